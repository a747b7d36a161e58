# Small words that sentences are made with.

chance-unknown = unknown
# A probability that is more than nothing and less than one in a hundred.
chance-tiny = under 1 %

quoted = “{ $text }”
and = { $first } and { $last }
more = { NUMBER($count, useGrouping: 0) } more

# Grades: `grade 3`, `grades K to 2 and 5`.
from-to = { $from } to { $to }
grades = { $count ->
    [one] grade { $grades }
   *[other] grades { $grades }
}
