# Rótulos: dónde está algo, cómo se llaman hojas y columnas, y otras palabras que están solas.

# Dónde está un pasaje o una fila; $n es un número, varios, el nombre de una hoja, o nada donde las palabras se reconocieron en una imagen.
spot = { $unit ->
    [ocr] leído por OCR
    [page] pág. { $n }
    [slide] diapositiva { $n }
    [sheet] hoja { $n }
    [line] línea { $n }
    [record] registro { $n }
    [column] columna { $n }
    [number] número { $n }
    [standard] estándar { $n }
   *[row] fila { $n }
}

# El área de estándares que nada distingue.
strand-everything = Todos los estándares

## El libro de cálculo de un informe. Las hojas tienen a lo más 31 caracteres y ninguno de []:*?/\.

sheet-name = { $sheet ->
    [summary] Resumen
    [coverage] Cobertura
    [evidence] Evidencia
    [findings] Hallazgos
    [plan] Plan
    [method] Método
   *[review] Revisión
}

# Los títulos de la hoja Revisión, que se leen de vuelta en todos los idiomas: cada uno ha de ser otra palabra.
review-column = { $column ->
    [standard] estándar
    [statement] enunciado
    [kind] tipo
    [file] archivo
    [place] lugar
    [quote] cita
    [machine] máquina
    [answer] respuesta
    [strength] alcance
    [stage] función
    [depth] profundidad
    [challenge] dificultad
    [note] nota
    [reviewer] revisor
   *[id] { $column }
}
# Lo que se elige allí, cada cosa en su columna; están en una lista, así que sin comas.
review-choice = { $column ->
    [answer] { $choice ->
        [yes] sí
        [partly] en parte
        [no] no
       *[cannot_tell] no se sabe
    }
    [strength] { $choice ->
        [full] por completo
        [partial] en parte
       *[none] nada
    }
    [stage] { $choice ->
        [objective] objetivo
        [task] tarea
        [assessment] evaluación
       *[note] nota
    }
    [kind] { $choice ->
        [unit] unidad
       *[pd] formación
    }
   *[depth] { $choice }
}

## Lo que el juez y el codificador dicen de sí mismos.

judge-uncalibrated = El juez no se calibró para este codificador: lea sus probabilidades como un orden, no como posibilidades.
judge-stale = Las curvas de este juez se ajustaron a lo que una versión anterior hacía de los documentos, así que de ningún estándar se dice que se enseña ni que no: vuelva a ajustarlo con `curalign train judge`.
encoder-for-tests = codificador de prueba: solo para pruebas, no para decidir
# $measured son las materias en que se midió, $strange otras, $more cuenta el resto de ellas; $nameless: yes o no.
judge-limits = Hasta dónde fiarse de las probabilidades se midió con etiquetas de { SUBJECTS($measured) }, y no de { $nameless ->
    [yes] estándares que no indican materia{ COUNT($strange) ->
        [0] { "" }
       *[other] , { $strange }
    }
   *[no] { $strange }
}{ $more ->
    [0] { "" }
   *[other] , { $more } más
}: lea esas como un orden, no como posibilidades, o mídalas con lecciones que usted etiquete (curalign evaluate).
# $key es $name en minúsculas, con guiones.
subject-name = { $key ->
    [mathematics] matemáticas
    [science] ciencias
    [english-language-arts] lengua inglesa
    [computer-science] informática
   *[other] { $name }
}

## Lo que dicen las órdenes.

wrote = Se escribió { $file }
review-served = Revisión, solo en este equipo (Ctrl-C la termina):

# Los distritos en que se midió un juez; $key es $name en minúsculas, con guiones.
card-district = { $key ->
    [maple-valley-grades-3-5] Maple Valley, grados 3-5
    [quarry-lake-grade-6] Quarry Lake, grado 6
    [alder-ferry-grade-7] Alder Ferry, grado 7
    [harbor-bend-grade-8] Harbor Bend, grado 8
    [tern-hollow-grades-9-10] Tern Hollow, grados 9 y 10
    [cutler-bluff-grades-11-12] Cutler Bluff, grados 11 y 12
    [planned-grade-4] Grado 4, planeado
   *[other] { $name }
}

## Lo que dice `curalign explain` de un estándar.

explain-not-compared = Ningún documento se comparó con él: el distrito no responde por su grado.
explain-unreadable = No hubo nada legible con que juzgar.
explain-nothing-near = Ningún pasaje se le acerca.
explain-no-documents = desconocido, porque ningún documento de unidad es para él
# $strength es hasta dónde llegan los documentos, en dos o tres palabras.
explain-found = { $strength }, mejor probabilidad { $chance }, { $count ->
    [one] { $count } pasaje
   *[other] { $count } pasajes
} al menos en parte
explain-verdict = { $verdict ->
    [taught] se enseña
    [not_taught] no se enseña
    [cannot_tell] no se puede decir
   *[no_documents] sin documentos con que juzgar
} (probabilidad de que se enseñe { $chance }); { $found }
# $more y $less son códigos de estándares, $likely y $unlikely sus probabilidades.
explain-why-not = ¿Por qué { $more } ({ $likely }) y no { $less } ({ $unlikely })?
# Tras lo que una señal dice de un estándar: lo que dice del otro.
explain-beside = ; para { $code } { $value }
# $by: rivals (los estándares compiten por el pasaje) u odds.
explain-ratio = en total: { $by ->
    [rivals] { $code } es { $times } veces más probable
   *[odds] sus posibilidades son { $times } veces mayores
}
explain-instead = más bien trata de { $code } ({ $chance })
explain-cited = Citado en:
explain-more-places = y { $count ->
    [one] { $count } lugar más
   *[other] { $count } lugares más
}
# Lo que hace un pasaje en su documento.
explain-role = { $role ->
    [objective] objetivo
    [task] tarea
    [assessment] evaluación
    [note] nota
    [mention] mención
    [claim] copia del estándar
    [plan] plan
   *[boilerplate] texto fijo
}
explain-no-evidence = { $role }, que no es evidencia
# Cuánto tiempo se enseña algo; $number es $count como se imprime.
explain-time = { $unit ->
    [week] { $count ->
        [one] { $number } semana
       *[other] { $number } semanas
    }
   *[day] { $count ->
        [one] { $number } día
       *[other] { $number } días
    }
}
explain-sum = log-odds en total: probabilidad { $chance }
