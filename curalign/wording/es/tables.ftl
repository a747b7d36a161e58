# Libros de cálculo y otras tablas: títulos de columnas y hojas, y lo que los rodea.

table-warning = Advertencia: { $text }
table-made = Ejecución { $run }; curalign { $version }, codificador { $encoder }, juez { $judge }.
table-standards = estándares
table-findings = Hallazgos
table-other-findings = Otros hallazgos
table-nothing-found = No se halló nada que pida hacer algo.
table-more-findings = { $count ->
    [one] { $count } hallazgo más no aparece aquí; el libro de cálculo y JSON los listan todos.
   *[other] { $count } hallazgos más no aparecen aquí; el libro de cálculo y JSON los listan todos.
}
table-decided-findings = { $count ->
    [one] { $count } hallazgo más se aplazó a propósito o se marcó como erróneo.
   *[other] { $count } hallazgos más se aplazaron a propósito o se marcaron como erróneos.
}
table-severity-error = error
table-severity-warning = advertencia
table-severity-note = nota

# El libro de cálculo.
table-book-title = { $title }: cobertura de los estándares
table-page = Página { $page } de { $pages }

# La primera hoja.
table-subtitle = Qué se enseña y qué apoya la formación docente. Ejecución { $run }
table-all = Todo
table-by-grade = Por grado
table-by-strand = Por área
table-by-school = Por escuela

# Títulos de columnas.
table-severity = Gravedad
table-finding = Hallazgo
table-code = Código
table-standard = Estándar
table-statement = Enunciado
table-grades = Grados
table-strand = Área
table-counted = Cuenta
table-kind = En
table-counts = Cuenta
table-probability = Probabilidad
table-role = Función
table-file = Archivo
table-place = Lugar
table-quote = Cita
table-why = Por qué (log-odds)
table-what = Qué
table-message = Mensaje
table-decision = Decisión
table-owner = Responsable
table-due = Fecha
table-note = Nota
table-gap = Brecha
table-begin = Por dónde empezar
# Lo mismo de un tipo de documento; $taught es su palabra para ello.
table-in-school = Currículo en { $school }
table-of-verdict = { $kind }: veredicto
table-of-taught = { $kind }: probabilidad de que { $taught }
table-of-instead = { $kind }: o trata de
table-of-probability = { $kind }: probabilidad
table-of-passages = { $kind }: pasajes
table-of-file = { $kind }: mejor archivo
table-of-place = { $kind }: lugar
table-of-quote = { $kind }: cita
table-of-decision = { $kind }: decisión
table-of-percent = { $kind }: porcentaje por completo
table-of-low = { $kind }: al menos
table-of-high = { $kind }: a lo más
table-of-of = { $kind }: de
table-of-no-documents = { $kind }: sin documento

# Palabras de las celdas.
table-yes = sí
table-practice = práctica
table-heading = encabezado
table-not-stated = sin indicar
table-role-objective = un objetivo
table-role-task = una tarea
table-role-assessment = una evaluación
table-role-note = una nota para el docente
table-role-mention = una mención
table-role-claim = una copia del estándar
table-role-plan = un plan
table-role-boilerplate = un texto fijo
table-plan-close = enseñarlo
table-plan-defer = aplazar a propósito
table-plan-wrong = no es brecha

# Junto a las celdas que rellena el lector; a lo más 250 caracteres.
table-hint-decision = Qué se hace al respecto. Anote en curalign.toml, en [[decisions]], lo que se aplaza o no es brecha, y el próximo informe lo dirá.
table-hint-answer = ¿Enseña este pasaje el estándar (formación: ayuda a enseñarlo)? Si no se cita ninguno: ¿lo hace algún documento? sí, en parte, no, no se sabe.
table-hint-strength = Solo si usted lo ve de otro modo: ¿hasta dónde llega el pasaje? por completo, en parte, nada.
table-hint-stage = Solo si usted lo ve de otro modo: qué es el pasaje en su lección.
table-hint-depth = La profundidad de conocimiento que se pide: 1 recordar, 2 destreza, 3 pensamiento estratégico, 4 pensamiento extendido.
table-hint-reviewer = Su nombre. Aquí se pueden elegir los nombres que están en la hoja Método.

# La hoja Método.
table-how-made = Cómo se hizo
table-frameworks = Estándares
table-shown = Se muestra
table-counted-standards = { $count ->
    [one] { $count } estándar; los encabezados y las prácticas van aparte
   *[other] { NUMBER($count) } estándares; los encabezados y las prácticas van aparte
}
table-documents = Documentos
table-encoder = Codificador
table-judge = Juez
table-settings = Configuración
table-run = Ejecución
table-what-means = Qué significan los números
table-term-passage = Pasaje
    .means = Unas frases de una sección de un documento: lo más pequeño que puede ser evidencia.
table-term-probability = Probabilidad
    .means = De un pasaje: de cada cien pasajes así, cuántos diría un revisor que tratan del estándar. Se aprende de pasajes que personas etiquetaron, y es una estimación.
table-term-verdict = Se enseña, no se enseña, no se puede decir
    .means = Si los documentos enseñan un estándar (formación: si lo apoyan), según una probabilidad propia que se aprende de distritos cuya verdad se conoce. Donde no es ni alta ni baja, nadie puede decirlo sin leer.
table-term-interval = Al menos, a lo más
    .means = Los dos extremos que se espera que contengan el número verdadero de estándares que se enseñan en 19 de cada 20 distritos como aquellos de que se aprendió. El número entre ellos es la suma de las probabilidades, y no tiene por qué igualar el de veredictos.
table-term-full = Por completo
    .means = Un pasaje alcanza el umbral pleno y es un objetivo, una tarea o una evaluación.
table-term-partial = En parte
    .means = Un pasaje alcanza solo el umbral inferior, o alcanza el pleno en una nota o una mención.
table-term-none = Nada
    .means = Se leyó todo y ningún pasaje alcanza el umbral inferior. El más cercano se cita como lugar por donde empezar.
table-term-unknown = No se pudo juzgar
    .means = No hubo nada legible con que juzgar, o ningún documento para el grado o la materia. No cuenta ni como enseñado ni como brecha.
table-term-decision = Decisión
    .means = Lo que el distrito dice de un hallazgo, con un nombre, un motivo y quizá un último día. Los números quedan como se midieron.
table-term-review = Revisión
    .means = Lo que una persona respondió sobre un pasaje o un estándar, en la hoja Revisión o en la página de curalign review.
table-error-rates = Con qué frecuencia se yerran los veredictos
# $called y $not-called: los dos veredictos, en las palabras del tipo de documento.
table-rates = De { $standards } estándares de distritos cuya verdad se conocía, de { $taught } se dijo «{ $called }», de { $taught-wrong } por error; de { $untaught } se dijo «{ $not-called }», de { $untaught-wrong } por error; de { $undecided } nadie podía decirlo.
table-rates-few = Fueron siete distritos de 90 a 130 estándares, planeados antes de que se escribiera su texto, cada uno juzgado por curvas que no lo habían visto. Un distrito de otra clase puede quedar más lejos. docs/methods.md los da todos.
table-rates-unknown = Nadie ha medido con qué frecuencia yerra este juez. Revise estándares, o etiquete lecciones en labels.csv, para averiguarlo.
table-reviewers = Revisores
table-reviewers-hint = Escriba aquí los nombres de quienes revisan, uno debajo de otro; la hoja Revisión los ofrece entonces.

# Un expediente de evidencia, como lo piden las revisiones estatales.
table-pack-title = { $title }: evidencia por estándar
table-pack-how = De cada estándar: qué dice la herramienta, si alguien lo aceptó, y los pasajes en que se apoya, o el más cercano.
table-pack-none = Ningún pasaje se le acerca.
table-pack-open = Nadie lo ha aceptado todavía.
table-pack-by-word = Aceptado como logrado por { $who }.
table-pack-deferred = La brecha se acepta a propósito por { $who }.
table-pack-log = Registro
table-pack-log-empty = No consta ninguna decisión.
table-pack-citation = Referencia
table-pack-verdict = La herramienta dice
table-pack-recorded = Consta
table-pack-accepted = Aceptado
table-pack-partly = en parte
table-pack-no = no
table-pack-hint = ¿Muestra el pasaje lo que pide el estándar?
