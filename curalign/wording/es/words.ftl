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

# Lo que dice cada señal de un juez sobre un pasaje y un estándar, junto a lo que suma a las probabilidades.
signal-prior = antes de mirar, pocos pasajes enseñan un estándar dado
signal-similarity = cercanía de significado (coseno { $value })
signal-examples = cercanía a lecciones de ejemplo del estándar (coseno { $value })
signal-terms = palabras en común con el enunciado (coseno { $value })
signal-example_terms = palabras en común con el enunciado y sus lecciones de ejemplo (coseno { $value })
signal-long_terms = palabras en común con el enunciado, en un texto largo
signal-subject = de qué trata el resto del documento
signal-beginning = cómo empieza un texto largo
signal-long_example_terms = palabras en común con el enunciado y sus lecciones de ejemplo, en un texto largo
signal-meaning = más cercano en significado que a otros estándares ({ $value } desviaciones)
signal-words = más palabras en común que con otros estándares ({ $value } desviaciones)
signal-choices = cuántos estándares podrían haber sido en su lugar
signal-unit = lo que añaden los títulos superiores y el resto del documento ({ $value })
signal-heading = pocas veces se nombra un título que reúne otros estándares
signal-emphasis = cuántas veces lo enseñan lecciones publicadas, junto a otros de su grado ({ $value })
signal-rivals = qué tan bien encajan otros estándares en este pasaje

# How large a file is.
megabytes = { $size } MB
gigabytes = { NUMBER($size, maximumFractionDigits: 1) } GB

# Se dice al final, cuando alguna frase no se pudo decir en el idioma pedido.
said-in-english = Una parte está en inglés, porque curalign no pudo decirla en este idioma: { LIST($sentences, $more) }. Por favor, informe de esta línea.
