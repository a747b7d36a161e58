# Lists of people in a document, by how many rows and lines of names it has: no name of theirs is ever a fact.

people-left-out = holds { $count ->
    [one] one row or line with a person's name
   *[other] { $count } rows or lines with names of people
}, as a sign-in list or a list of pupils has; { $count ->
    [one] the name is
   *[other] the names are
} not read and never quoted.
