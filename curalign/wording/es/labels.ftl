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
       *[cannot_tell] no se puede decir
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
