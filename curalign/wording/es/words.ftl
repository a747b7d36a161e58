# Small words that sentences are made with.

chance-unknown = desconocida
# A probability that is more than nothing and less than one in a hundred.
chance-tiny = menos del 1 %

quoted = «{ $text }»
and = { $first } y { $last }
more = { NUMBER($count, useGrouping: 0) } más

# Grades: `el grado 3`, `los grados K a 2 y 5`.
from-to = { $from } a { $to }
grades = { $count ->
    [one] el grado { $grades }
   *[other] los grados { $grades }
}
