# The summary of a check: in the terminal, at the top of the page, on the first sheet of the workbook.

standards = { $count ->
    [one] { $count } estándar
   *[other] { $count } estándares
}
headline = De { $standards }, { $full ->
        [one] { $full } se enseña por completo
       *[other] { $full } se enseñan por completo
    }, { $partial } en parte y { $none } sin enseñar{ $unknown ->
        [0] { "" }
        [one] ; { $unknown } no se pudo juzgar
       *[other] ; { $unknown } no se pudieron juzgar
    }.
# The same with each number as a link: $full chooses the form, $full-link is what is shown.
page-headline = De { $standards-link },
    { $full ->
        [one] { $full-link } se enseña por completo
       *[other] { $full-link } se enseñan por completo
    }, { $partial-link } en parte y { $none-link } sin enseñar{ $unknown ->
        [0] { "" }
        [one] ; { $unknown-link } no se pudo juzgar
       *[other] ; { $unknown-link } no se pudieron juzgar
    }.
headline-nothing = No hay ningún estándar que juzgar.
pd-headline = La formación docente apoya { $full } de los { $taught } que se enseñan por completo, { $partial } de ellos en parte y { $none } no los apoya.
# Where a judge is calibrated: how many are probably taught, then what is said of each, which need not be as many.
headline-taught = De { $standards }, { $expected ->
        [one] { $expected } se enseña
       *[other] { $expected } se enseñan
    } (entre { $low } y { $high }). { one-by-one }
pd-headline-taught = La formación docente apoya { $expected } de { $standards } (entre { $low } y { $high }). { pd-one-by-one }
one-by-one = Uno por uno: { $taught } enseñados, { $not-taught } no enseñados, { $cannot-tell } sin poder decirlo{ $no-documents ->
        [0] { "" }
       *[other] ; para { $no-documents } más no hay documento con que juzgar
    }.
pd-one-by-one = Uno por uno: { $taught } apoyados, { $not-taught } no apoyados, { $cannot-tell } sin poder decirlo{ $no-documents ->
        [0] { "" }
       *[other] ; para { $no-documents } más no hay documento con que juzgar
    }.
# The first of these with links: $expected chooses the form.
page-headline-taught = De { $standards-link }, { $expected ->
        [one] { $expected } se enseña
       *[other] { $expected } se enseñan
    } (entre { $low } y { $high }). Uno por uno: { $taught-link } enseñados, { $not-taught-link } no enseñados, { $cannot-tell-link } sin poder decirlo{ $no-documents ->
        [0] { "" }
       *[other] ; para { $no-documents-link } más no hay documento con que juzgar
    }.
headline-no-documents = De { $standards }, no se puede juzgar ninguno: no hay documento con que juzgar.
# In a table: "31 de 38 (27-34)".
share-taught = { $expected } de { $of } ({ $low }-{ $high })
pd-headline-nothing = No hay carpeta de formación docente, así que no se dice nada de ella.

# What a report was asked to show, where that is not everything.
shown-grades = { GRADES($grades) }
shown-school = la escuela { $school }
shown = Se muestra: solo { $what }, según se juzgó al comprobar todo el distrito.
title-shown = { $district }: solo { $what }
# What one school's own units and those of the whole district teach; the numbers beside it are the district's.
school-headline = Escuela { $school }: de { $standards }, { $full ->
        [one] { $full } se enseña por completo
       *[other] { $full } se enseñan por completo
    }, { $partial } en parte y { $none } sin enseñar{ $unknown ->
        [0] { "" }
        [one] ; { $unknown } no se pudo juzgar
       *[other] ; { $unknown } no se pudieron juzgar
    }.

school-headline-taught = Escuela { $school }: de { $standards }, { $expected ->
        [one] { $expected } se enseña
       *[other] { $expected } se enseñan
    } (entre { $low } y { $high }). { one-by-one }

kind-unit = Currículo
kind-pd = Formación
# How far documents reach a standard, behind a number or a colon.
strength-full = por completo
strength-partial = en parte
strength-none = nada
strength-unknown = no se pudo juzgar
# What is said of one standard.
judged-unit-taught = se enseña
judged-unit-not_taught = no se enseña
judged-unit-cannot_tell = no se puede decir
judged-unit-no_documents = sin documento con que juzgar
judged-pd-taught = se apoya
judged-pd-not_taught = no se apoya
judged-pd-cannot_tell = no se puede decir
judged-pd-no_documents = sin documento con que juzgar
# The same over a column of numbers, and below a bar: as short as can be.
column-full = pleno
column-partial = parcial
column-none = nada
column-unknown = sin juzgar
column-percent = porcentaje
column-estimate = estimación
column-grade = Grado
column-strand = Área
column-school = Escuela

# Groups of standards.
group-all = Distrito
group-grade = { $grade ->
    [PK] Preescolar
    [K] Kínder
   *[other] Grado { $grade }
}
group-no-grade = Sin grado indicado
group-no-subject = Sin materia indicada

count-error = { $count ->
    [one] { $count } error
   *[other] { $count } errores
}
count-warning = { $count ->
    [one] { $count } advertencia
   *[other] { $count } advertencias
}
count-note = { $count ->
    [one] { $count } nota
   *[other] { $count } notas
}
# Before a code and its title: "3 más de U102 Se enseña de forma superficial".
more-of = { $count } más de
more-left = { $count } más
more-files = y { $count } más
listed-elsewhere = El informe y --format json los listan todos.
warning = ADVERTENCIA: { $text }

# What people decided: $owner may have said until when.
signed = { $owner } hasta { $expires }
verdict-deferred = Aplazado a propósito
verdict-wrong = Marcado como erróneo
decision-by = { $verdict } por { $who }
by = por { $who }
verdict-on = { $verdict }: { $count ->
        [one] { $count } hallazgo
       *[other] { $count } hallazgos
    }, { $by }
gaps-deferred = { $count ->
    [one] { $count } está aplazado a propósito
   *[other] { $count } están aplazados a propósito
}
gaps-wrong = { $count ->
    [one] { $count } está marcado como erróneo
   *[other] { $count } están marcados como erróneos
}
gaps-by-word = { $count ->
    [one] { $count } lo está por decisión de una persona
   *[other] { $count } lo están por decisión de una persona
}
gaps-decided = de estos { $count } ({ $strength }), { $decided }
kind-decided = { $kind }: { $decided }.

heading-not-judged = Sin juzgar
# $unjudged: "3 estándares en el currículo y 1 estándar en la formación".
unjudged-unit = { $standards } en el currículo
unjudged-pd = { $standards } en la formación
unjudged-some = No se pudo juzgar: { $unjudged }.
unjudged-none = Se pudieron juzgar todos los estándares.
unread-some = No se leyó por completo: { $count ->
        [one] { $count } archivo
       *[other] { $count } archivos
    }.
unread-none = Se leyeron todos los archivos.

heading-how-sure = Con qué seguridad
bounds = Un pasaje cuenta como pleno desde una probabilidad de { THRESHOLD($full) }, como parcial desde { THRESHOLD($partial) }
bounds-units = en las unidades desde { THRESHOLD($full) }, como parcial desde { THRESHOLD($partial) }
bounds-units-for = en las unidades de { $subject } desde { THRESHOLD($full) }, como parcial desde { THRESHOLD($partial) }
bounds-verdict = Un estándar se da por enseñado desde una probabilidad de { THRESHOLD($sure) } y por no enseñado hasta { THRESHOLD($unsure) }; entre ambas no se puede decir. El número de los que se enseñan es la suma de estas probabilidades; se espera que los dos extremos contengan el número verdadero en 19 de cada 20 distritos como aquellos con que se ajustaron.
kind-in-full = { $kind } por completo: { $sentence }
doubt-none = Según la estimación de la propia herramienta, un revisor aceptaría el mejor pasaje de cada uno.
doubt-some = Según la estimación de la propia herramienta, un revisor rechazaría el mejor pasaje de unos { $wrong } de los { $full }.

# What reviewed units promise. $alpha: in a hundred; $subject: of one subject.
reviewed-units = { $count ->
    [one] { $count } unidad que usted revisó
   *[other] { $count } unidades que usted revisó
}
guarantee-overruled = Sin garantía: la configuración fija sus propios umbrales; sin ellos, los fijan las unidades que usted revise.
guarantee-average = Es un promedio sobre unidades como las que usted revisó, cada una por sí sola: en varias unidades se suman los estándares que se dan por enseñados sin serlo.
guarantee-all = Todos los estándares juntos
guarantee-holds = { $subject }: de los estándares que una unidad no enseña, se espera que como máximo { $alpha } de cada 100 se den por enseñados; según { $units }.
guarantee-found = De los que sí enseñan, { $found } de cada 100 se dan por enseñados.
guarantee-no = Sin garantía
guarantee-no-of = { $subject }: sin garantía
guarantee-starts = { $no }; { $needed ->
        [one] hace falta { $needed } unidad cuyas lecciones etiquete
       *[other] hacen falta { $needed } unidades cuyas lecciones etiquete
    } usted en labels.csv.
guarantee-lacks = { $no } con { $units }; hacen falta { $needed }: etiquete { $missing } más en labels.csv.
guarantee-fails = { $no } con { $units }: ninguna probabilidad es lo bastante alta para ello.

# What `check` ends with.
report-at = Informe: { $file }
read-as-page = Para leerlo como página: { $command }
read-as-page-untyped = Para leerlo como página, dé a `curalign report` esta carpeta y -o report.html; su nombre no es seguro de mostrar.
