# La página: lo que hay en ella además de hallazgos, números y documentos.

page-title = { $title }: qué se enseña y qué apoya la formación docente
page-subtitle = Qué se enseña y qué apoya la formación docente · comprobación { $run }
page-skip = Saltar al resumen
page-skip-part = Saltar a las pruebas
page-to-index = Al resumen y a todos los estándares
page-warning = Advertencia:
page-nav = Secciones

page-nav-supposed = Y si
page-nav-priorities = Urgente
page-nav-summary = Resumen
page-nav-first = Lo primero
page-nav-untaught = Sin enseñar
page-nav-unsure = Sin poder decirlo
page-nav-pd = Formación
page-nav-gaps = Dónde
page-nav-map = Buscar un estándar
page-nav-decided = Decidido
page-nav-unread = Sin leer
page-nav-standards = Pruebas
page-nav-documents = Unidades y formación
page-nav-made = Método
page-q-summary = ¿Cuántos estándares enseñamos?
page-q-first = ¿Qué conviene hacer primero?
page-q-untaught = ¿Cuáles no enseñamos?
page-q-unsure = ¿Qué no podemos decir?
page-q-pd = ¿Apoya nuestra formación docente lo que enseñamos?
page-q-gaps = ¿Dónde están las brechas?
page-q-map = ¿Qué hay de un estándar en particular?
page-q-decided = ¿Qué han decidido las personas?
page-q-unread = ¿Qué no se pudo leer o juzgar?
page-q-standards = ¿Qué pruebas hay, estándar por estándar?
page-q-documents = ¿Qué enseña cada unidad y qué apoya cada sesión de formación?
page-q-made = ¿Cómo se hizo esto y hasta dónde es fiable?

page-number = { $n } de { $all }
page-between = entre { $low } y { $high }
page-how-counted = ¿Cómo se cuenta?
page-see = Verlos
page-follow = Siga cualquier número hasta los estándares que cuenta, y de ahí hasta la frase.
page-of = { $n } de { $all }

page-nothing-first = No se encontró nada que hacer.
page-severity-error = Error
page-severity-warning = Advertencia
page-severity-note = Nota
page-more = { $count } más
page-show = Mostrar { $count }

page-untaught = { $count ->
        [one] { $count } estándar que los alumnos probablemente no encuentran en ninguna unidad de su grado.
       *[other] { $count } estándares que los alumnos probablemente no encuentran en ninguna unidad de su grado, primero los más seguros.
    }
page-untaught-none = Ninguno de los que se pudieron juzgar.
page-taught-with = Probabilidad de que se enseñe: { $chance }.
page-nearest = Pasaje más cercano:
page-unsure = { $count ->
        [one] Para { $count } estándar los documentos no lo deciden. Lea el pasaje y dígalo usted.
       *[other] Para { $count } estándares los documentos no lo deciden. Lea los pasajes y dígalo usted.
    }
page-unsure-none = Nada: hay un veredicto sobre cada estándar que se pudo juzgar.
page-decides = Lo que decide:
page-without-documents = Sin documento con que juzgar

page-meet = Dónde coinciden enseñanza y formación
page-meet-caption = Estándares según cómo se enseñan (filas) y cómo los apoya la formación (columnas)
page-unsupported = { $count ->
    [one] { $count } estándar se enseña y ninguna formación lo apoya
   *[other] { $count } estándares se enseñan y ninguna formación los apoya
}

page-gaps = Cada número de estándares lleva a esos estándares.
page-by-subject = Por materia
page-by-grade = Por grado
page-by-strand = Por área
page-by-school = Por escuela
page-by-caption = { $by }: { $kind }
page-column-subject = Materia
page-column-grade = Grado
page-column-strand = Área
page-column-school = Escuela
page-estimate = estimación
page-percent = porcentaje completo
page-strengths = ¿Qué fuerza tienen las pruebas?
page-strengths-note = Según el mejor pasaje para cada estándar, sea cual sea el veredicto.
page-strengths-caption = Estándares según hasta dónde los alcanzan los documentos

page-map = Cada fila es un estándar: si se enseña, en cuántos pasajes es objetivo, tarea y evaluación, si lo apoya la formación y, donde hay resultados, qué parte de los puntos fallaron los alumnos. Su código lleva a las pruebas.
page-find-standards = Buscar estándares
page-find-documents = Buscar documentos
page-search = Buscar
page-any = todos
page-clear = Mostrar todos
page-finding = Hallazgo
page-standard = Estándar
page-found-standards = { $shown } de { $all } estándares
page-found-documents = { $shown } de { $all } documentos
page-missed = Fallado por los alumnos
page-stage-objective = Objetivo
page-stage-task = Tarea
page-stage-assessment = Evaluación

page-decided = Las personas dieron su palabra sobre estos hallazgos, así que hoy no piden nada. Los números quedan como se midieron.
page-what-was-found = Lo que se encontró

page-standards = Para cada estándar, los pasajes que deciden, palabra por palabra, con archivo y lugar.
page-print-all = Imprimir también las pruebas; si no, solo se imprime lo que esté abierto aquí
page-practices = Prácticas
page-practices-note = Las prácticas y los estándares de anclaje atraviesan todo, por eso no se cuentan.
page-headings = Encabezados
page-headings-note = Cada uno resume los estándares que tiene debajo y no se cuenta junto a ellos.
page-heading = Encabezado
page-no-grade = Sin grado indicado
page-grades = { $count ->
    [one] Grado { $grades }
   *[other] Grados { $grades }
}

page-judged = { $verdict }, probabilidad { CHANCE($probability) } de que { $taught }
page-judged-instead = { $judged }; sus pasajes pueden referirse en cambio a { $codes }
page-basis-no-unit = Ningún documento de unidad es para él.
page-basis-unreadable = Nada legible con que juzgar.
page-basis-found = { $count ->
        [one] Se encontró { $count } pasaje
       *[other] Se encontraron { $count } pasajes
    }; el mejor tiene probabilidad { $chance }.
page-basis-nearest = Ningún pasaje lo alcanza. Este es el más cercano:
page-basis-none = Ningún pasaje se le acerca.
page-more-passages = { $count ->
    [one] { $count } pasaje más
   *[other] { $count } pasajes más
}
page-rejected = { $count ->
    [one] El pasaje más cercano que no cuenta
   *[other] Los { $count } pasajes más cercanos que no cuentan
}
page-probability = probabilidad { $chance }, { $counts }
page-counts-full = cuenta por completo
page-counts-partial = cuenta en parte
page-counts-none = demasiado baja para contar
page-counts-unknown = sin juzgar
page-role-objective = un objetivo
page-role-task = una tarea
page-role-assessment = una evaluación
page-role-note = una nota para docentes
page-role-mention = una mención
page-role-claim = una copia del estándar
page-role-plan = un plan
page-role-boilerplate = un texto fijo
page-why = Por qué esta probabilidad
page-why-not = Por qué este y no { $code } ({ $chance })
page-why-rather = Más bien sobre { $code } ({ $chance }), y por qué
page-reasons = Lo que habla por cada uno de los dos (log-odds)
page-reason = Razón
page-this = Este
page-comes-to = Probabilidad
page-weigh-nothing = apenas importa
page-weigh-for = { $loud ->
    [much] habla claramente a favor
    [little] habla un poco a favor
   *[some] habla a favor
}
page-weigh-against = { $loud ->
    [much] habla claramente en contra
    [little] habla un poco en contra
   *[some] habla en contra
}

page-documents = Documentos
page-documents-caption = Cada documento y cuántos estándares alcanza
page-document = Documento
page-kind = Tipo
page-passages = Pasajes leídos
page-standards-reached = Estándares
page-each-unit = Currículo, documento por documento
page-each-pd = Formación, documento por documento
page-passages-read = { $count ->
    [0] no se pudo leer nada
    [one] { $count } pasaje leído
   *[other] { $count } pasajes leídos
}
page-reaches-unit = { $count ->
    [one] Enseña { $count } estándar, al menos en parte
   *[other] Enseña { $count } estándares, al menos en parte
}
page-reaches-pd = { $count ->
    [one] Apoya { $count } estándar, al menos en parte
   *[other] Apoya { $count } estándares, al menos en parte
}
page-reaches-none = No alcanza ningún estándar.
page-unsupported-claims = { $count ->
    [one] { $count } afirmación sin respaldo en ninguna unidad
   *[other] { $count } afirmaciones sin respaldo en ninguna unidad
}
page-found-here = { $count ->
    [one] { $count } hallazgo aquí
   *[other] { $count } hallazgos aquí
}

page-standards-count = { $count ->
    [one] { $count } estándar
   *[other] { $count } estándares
}
page-back = Volver al número

page-method = Cómo se cuentan los números
page-method-number = «31 de 38, entre 27 y 34»: 38 son todos los estándares que se pudieron juzgar; 31 es la mejor estimación de cuántos de ellos se enseñan. Los veredictos uno por uno no tienen por qué sumar lo mismo: tres estándares de los que cada uno se enseña con la misma probabilidad con que no, son uno o dos en el número, y tres que no podemos decir.
page-sure = ¿Con qué seguridad son aquí los veredictos?
page-sure-note = Cuántos estándares tienen qué probabilidad. En el extremo izquierdo seguramente no se enseñan (no se apoyan), en el derecho seguramente sí; en el medio nadie puede decirlo.
page-sure-of = { $kind }: estándares por probabilidad
page-sure-axis = probabilidad
page-uncalibrated = Este juez no fue calibrado, así que no hay veredictos: las fuerzas dicen cuán fuerte es el mejor pasaje.
page-card = ¿Cuánto acertó este juez donde se conoce la verdad?
page-card-note = Medido el { $day } en distritos cuya verdad se planeó antes de escribir su texto, cada uno por un juez que no lo había visto.
page-calibration = Parte esperada y verdadera de estándares que se enseñan (lleno: currículo, hueco: formación). Sobre la línea el número es correcto.
page-calibration-x = esperada
page-calibration-y = verdadera, %
page-card-caption = Veredictos junto a la verdad
page-card-district = Distrito
page-card-true = De verdad se enseñan o apoyan
page-card-expected = Esperados
page-card-right = Dados por enseñados, con acierto
page-card-wrong = Dados por no enseñados, con acierto
page-card-unsure = No se puede decir
page-card-error = Error de calibración
page-no-card = Nadie midió este mismo juez en distritos cuya verdad se conozca. `curalign evaluate` lo hace con etiquetas de usted.
page-settings = Configuración
page-made-standards = Estándares
page-made-statements = { $count ->
    [one] { $count } enunciado
   *[other] { $count } enunciados
}
page-made-shown = Se muestra
page-made-counted = Se cuentan
page-made-counted-what = { $counted ->
        [one] { $counted } estándar
       *[other] { $counted } estándares
    }; aparte quedan { $headings ->
        [one] { $headings } encabezado
       *[other] { $headings } encabezados
    } y { $practices ->
        [one] { $practices } práctica
       *[other] { $practices } prácticas
    }
page-made-encoder = Codificador
page-made-judge = Juez
page-made-full = Pleno desde
page-made-full-what = probabilidad { $full }, en un objetivo, una tarea o una evaluación
page-made-partial = Parcial desde
page-made-units = En las unidades
page-made-units-what = pleno desde { $full }, parcial desde { $partial }
page-made-run = Comprobación
page-made-same = Los mismos documentos, estándares, ajustes y versiones dan el mismo resultado. Una computadora comparó el texto; deciden las personas.

page-glossary = Qué significan las palabras
page-term-standard = Estándar
    .meaning = Un enunciado de lo que los alumnos deben saber o poder hacer. Solo se cuentan los que pueden enseñarse por sí mismos; los encabezados resumen lo que tienen debajo, y las prácticas se informan aparte.
page-term-passage = Pasaje
    .meaning = Unas pocas frases de una sección de un documento. Es lo más pequeño que puede servir de prueba.
page-term-link = Enlace
    .meaning = Un pasaje y un estándar que se compararon, con la probabilidad de que el pasaje muestre el estándar.
page-term-probability = Probabilidad
    .meaning = Qué parte de tales enlaces confirmaría un revisor, según se aprendió de enlaces etiquetados por personas. Es una estimación, no un veredicto.
page-term-verdicts = Se enseña, no se enseña, no se puede decir
    .meaning = Si los documentos enseñan un estándar (la formación: si lo apoya), según una probabilidad propia que se aprendió de distritos cuya verdad se conoce. Donde no es alta ni baja, nadie puede decirlo sin leer.
page-term-number = 31 de 38 (27-34)
    .meaning = Cuántos estándares se enseñan: la suma de sus probabilidades, y dos extremos que deberían contener el número verdadero en 19 de cada 20 distritos como aquellos de los que se aprendió. Requiere un juez calibrado para ello.
page-term-full = Por completo
    .meaning = Al menos un pasaje alcanza el umbral pleno y es un objetivo, una tarea o una evaluación.
page-term-partial = En parte
    .meaning = Un pasaje alcanza solo el umbral inferior, o alcanza el pleno en una nota o una mención.
page-term-none = Nada
    .meaning = Se leyó todo y ningún pasaje alcanza el umbral inferior.
page-term-unknown = No se pudo juzgar
    .meaning = No había nada legible con que juzgar. No se cuenta como ausente ni como enseñado.
page-term-percent = Porcentaje
    .meaning = Estándares por completo de cada cien que se cuentan; los que no se pudieron juzgar están entre los cien.
page-term-pd = Formación
    .meaning = Formación docente: la capacitación que ayuda a los docentes a enseñar un estándar.
page-term-decided = Aplazado, erróneo
    .meaning = Lo que una persona decidió sobre un hallazgo, con nombre, razón y quizá un último día. Esos hallazgos se muestran aparte; los números quedan como se midieron.
page-term-guarantee = Garantía
    .meaning = Lo que las unidades cuyas lecciones etiquetó usted permiten prometer al informe: los umbrales se suben hasta que los estándares que una unidad no enseña se den por enseñados tan rara vez como usted pida. Con muy pocas de esas unidades no hay ninguna.
page-term-nearest = Pasaje más cercano
    .meaning = El pasaje más probable para un estándar que ninguno alcanza: un lugar por donde empezar.
