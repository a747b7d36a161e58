# Lo que escriben `suggest`, `standards`, `evaluate` y `train`.

## suggest

suggest-standard = estándar
suggest-probability = probabilidad
suggest-statement = enunciado
suggest-caveat = Este texto { $caveat }.
# Finales de la frase anterior.
caveat-language = parece estar en { $language }, idioma que no se evaluó
caveat-words = tiene solo { $words ->
    [one] { $words } palabra
   *[other] { $words } palabras
}, demasiado poco para evaluarlo

## standards convert, validate, diff

wrote-standards = Se escribió { $file }: { $standards ->
    [one] { $standards } estándar
   *[other] { $standards } estándares
} de { $frameworks ->
    [one] { $frameworks } marco
   *[other] { $frameworks } marcos
}
# Antes van el nombre del archivo y dos puntos.
flaw-none = no hay ningún error.
# $what es el final de una frase cuyo sujeto es el archivo.
flaw-file = El archivo { $what }
flaw-too-deep = El archivo anida sus valores con demasiada profundidad para ser un marco; expórtelo de nuevo.
flaw-no-standard = El archivo no contiene ningún estándar; descárguelo de nuevo o quítelo.
# $kind es identifier o code, $by el lugar del estándar que lo tiene.
flaw-taken = El { $kind ->
    [identifier] identificador
   *[code] código
} { $name } ya lo tiene { $by }; dé a cada estándar el suyo.
flaw-no-statement = No hay enunciado; escríbalo o quite el estándar.
flaw-parent = El padre { $parent } no está en el archivo; añádalo o nombre otro padre.
flaw-circle = Los padres forman un círculo: este estándar está debajo de sí mismo; nombre otro padre.
flaw-own-parent = El estándar figura como su propio padre; nombre otro padre.
flaw-grade = { $grades } no se puede leer como grado; escriba PK, K, de 1 a 12 o un intervalo.
flaw-missing = CASE exige { $fields }; añada lo que falta.
flaw-date = { $field } es { $value } y no una fecha; escríbala como 2026-07-01.
flaw-association = { $kind } no es un tipo de asociación de CASE; use uno de { $types }, o { $own }.
flaw-child = El hijo { $child } no está en el archivo; añádalo o quite la asociación.
flaw-several = El identificador { $identifier } se dio a varios; dé a cada uno el suyo.
# Antes de dos puntos y del valor.
diff-new = { $field } es nuevo
diff-gone = { $field } ya no está
diff-was = { $field } era
diff-is = es
diff-moved = pasó de estar debajo de { $before } a estar debajo de { $after }
diff-top = la raíz
diff-association = asociación

## evaluate

evaluate-measured = { $source }: medido con { $labels ->
    [one] { $labels } etiqueta
   *[other] { $labels } etiquetas
}
evaluate-on = medido con
evaluate-interval = intervalo del 95 %
evaluate-one-unit = ninguno: una sola unidad
evaluate-span = de { $low } a { $high }
# Lo que se cuenta, después de su número.
evaluate-of = { $of ->
    [texts] textos
    [lessons] lecciones
    [pairs] pares
    [standards] estándares
    [labels] etiquetas
   *[other] { $of }
}
evaluate-expected = de { $of ->
    [one] { $of } estándar
   *[other] { $of } estándares
}, se espera que se enseñen { $expected } (de { $low } a { $high }, intervalo del 95 %) y se enseñan { $true }, que el intervalo { $holds ->
    [yes] contiene
   *[no] no contiene
}.
evaluate-said = dicho que se enseña
evaluate-standards = estándares
evaluate-mean = media dicha
evaluate-truly = se enseña de verdad
evaluate-left-out = No se { $labels ->
    [one] pudo usar { $labels } etiqueta
   *[other] pudieron usar { $labels } etiquetas
}:
evaluate-more = ... y { NUMBER($more, useGrouping: 0) } más; --format json las muestra todas.
evaluate-without-labels = { $documents ->
    [one] { $documents } documento de unidad
   *[other] { $documents } documentos de unidad
} de { NUMBER($of, useGrouping: 0) } sin etiquetas: un estándar que solo se enseña ahí parece no enseñado según las etiquetas, y la exhaustividad de U101 demasiado baja.
evaluate-guaranteed = Estas etiquetas también subieron los umbrales (la garantía), así que U101 se mide con aquello a lo que se ajustó.
evaluate-partly = { $standards ->
    [one] { $standards } estándar se enseña
   *[other] { $standards } estándares se enseñan
} en parte: no cuentan como enseñados ni como no enseñados.
evaluate-cannot-tell = { $documents ->
    [one] { $documents } documento de unidad
   *[other] { $documents } documentos de unidad
} sin etiquetas: no se puede saber qué estándares no se enseñan, y por tanto tampoco la precisión de un veredicto.
evaluate-no-verdicts = Este juez no da veredictos sobre los estándares, así que no se compararon con la verdad.

# Lo que significa cada métrica, después de su nombre y dos puntos.
metric-hit-1 = el primer estándar es una de las etiquetas
metric-recall-5 = parte de las etiquetas que está entre los cinco primeros
metric-recall-10 = parte de las etiquetas que está entre los diez primeros
metric-mrr = 1 / puesto de la primera etiqueta, en promedio
metric-ndcg-10 = cuánto se acercan los diez primeros al mejor orden
metric-sibling-confusion = menos es mejor: el primero es erróneo y hermano de una etiqueta
metric-grade-confusion = menos es mejor: el primero es de otro grado
metric-ece = menos es mejor: cuánto se desvían las probabilidades, en todos los pares
metric-ece-of-the-first = lo mismo, solo para cada primer estándar
metric-brier = menos es mejor: error cuadrático medio de las probabilidades
metric-gaps = estándares cuya falta se nota cuando se quita todo lo que lleva su etiqueta, mientras que el 5 % (10 %) de los que aún se enseñan se da por perdido
metric-left-out-units = lo mismo con unidades enteras, de los estándares que solo ellas enseñan
metric-u101-precision = de los estándares que se llaman no enseñados, los que ninguna etiqueta enseña
metric-u101-recall = de los estándares que ninguna etiqueta enseña, los que se llaman no enseñados
metric-u101-false-alarms = menos es mejor: de los estándares con etiqueta, los que se llaman no enseñados
metric-taught-precision = de los estándares que se llaman enseñados, los que lo son
metric-taught-recall = de los estándares que se enseñan, los que se llaman enseñados
metric-not-taught-precision = de los estándares que se llaman no enseñados, los que no lo son
metric-not-taught-recall = de los estándares que no se enseñan, los que se llaman no enseñados
metric-cannot-tell = menos es mejor: estándares de los que no se dice ni una cosa ni la otra
metric-ece-of-taught = menos es mejor: cuánto se desvía la probabilidad de que un estándar se enseñe, en cinco tramos
metric-gaps-by-taught = estándares no enseñados que la probabilidad sola encuentra, mientras que el 5 % (10 %) de los enseñados se da por perdido

# Hasta qué punto coinciden quienes revisaron, y qué enseñaron sus respuestas.
agree-title = Revisiones: cuánto coinciden las personas cuando cada una responde a solas
agree-raters = quiénes
agree-both = respondido por ambos
agree-same = misma respuesta
agree-all = todas las personas
agree-learned = Revisiones: lo que enseñaron las respuestas
agree-log-score = puntuación logarítmica: de las respuestas posteriores, según las probabilidades medidas y según las mueven estas respuestas; 0 es perfecto, 0.69 es adivinar.
agree-answers = respuestas
agree-taught = enseñados
agree-by-answers = solo por las respuestas
agree-held-out = reservados
agree-score = puntuación logarítmica
agree-after = después de ellas
agree-span = de { $low } a { $high }
agree-count = { $expected } de { $of } (de { $low } a { $high })

## train

train-split = Aprende de { $learned }. Reservado para medir: { $held }; unidades enteras, porque las lecciones de una misma unidad se parecen.
train-amount = { $pieces } en { $units ->
    [one] { $units } unidad
   *[other] { $units } unidades
}
train-pieces = { $piece ->
    [passage] { $count ->
        [one] { $count } pasaje
       *[other] { $count } pasajes
    }
   *[text] { $count ->
        [one] { $count } texto
       *[other] { $count } textos
    }
}
train-base = Parte de { $encoder }, licencia: { $licence }.
train-finished = { $file } ya se entrenó exactamente así; no se entrena nada de nuevo.
train-going-on = Continúa desde el paso { NUMBER($step, useGrouping: 0) }, donde se interrumpió.
# Antes de dos puntos y de una orden.
train-use = Para usarlo
train-calibrate = Para calibrar sus probabilidades
# Después de una de las dos y una coma, cuando la orden no se puede mostrar.
train-unsafe = indique su ruta (que no es seguro mostrar como orden).
train-more = ... y { NUMBER($more, useGrouping: 0) } más de { $source }.
train-left-out = { $encoder } aprendió de { $units } de estas unidades; se dejan fuera, porque un juez debe ver cuán seguro está un codificador de lo que no conoce.
train-none-of-these = Todos los textos enseñan algún estándar, así que cómo es un pasaje que no trata de ninguno se aprende solo de estándares que ninguna escuela enseña; filas sin códigos lo mostrarían mejor.
train-wrote-judge = Se escribió { $file }, para el codificador { $encoder }. Para usarlos, copie ambos en la carpeta del distrito, compruébela con --allow-folder-models y escriba en su curalign.toml dónde están:
gains-title = { $source }, { $units ->
    [one] { $units } unidad reservada
   *[other] { $units } unidades reservadas
}
gains-method = { $method ->
    [judges] como juzga check
    [ranks] como ordena check
    [similarity] solo por similitud
   *[other] { $method }
}
gains-before = antes
gains-after = después
gains-gain = mejora
gains-one-unit = una sola unidad
gains-nothing = una sola unidad no dice nada de otras; etiquete más unidades para ver una diferencia.
gains-none = ninguna diferencia más allá del azar; con más unidades etiquetadas se sabría.
gains-better = mejor más allá del azar: { $metrics }
gains-worse = peor más allá del azar: { $metrics }
