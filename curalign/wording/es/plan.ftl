# Los resultados de los alumnos, lo más urgente y el plan de formación: en la terminal, la página, el libro y el calendario.

options-kept = contiene sesiones que podrían ofrecerse, para `curalign plan`; no cuenta como formación que ya existe.
options-no-column = no tiene la columna { $column }; una tabla de sesiones tiene title, hours, cost y text, y puede tener audience, grades, capacity, schools, prerequisites, block y date.
option-doubled = nombra una sesión que ya está en una fila anterior; dé a cada una su propio título.
option-cell = { $wrong ->
    [empty] no tiene nada en { $column }; complete la celda o quite la fila
    [date] tiene { QUOTE($cell, 40) } en { $column }; escriba año-mes-día, como 2027-06-30
   *[number] tiene { QUOTE($cell, 40) } en { $column }; escriba un número, como 6 o 1200
}.

plan-sessions = { $count ->
    [one] { $count } sesión
   *[other] { $count } sesiones
}
plan-hours = { $hours ->
    [one] { $number } hora
   *[other] { $number } horas
}
plan-money = ${ $number }

priorities-heading = Lo más urgente, según los resultados
priorities-how = Prioridad = brecha x necesidad x alcance: la probabilidad de que un estándar no se enseñe o no tenga formación, por la parte de los puntos que los alumnos no lograron (acercada a la media de la prueba cuanto menos alumnos son), por los alumnos examinados. Los números entre corchetes son intervalos del 95 %.
priorities-count = { $count ->
    [one] { $count } estándar tiene prioridad
   *[other] { $count } estándares tienen prioridad
}{ $untested ->
    [0] { "" }
   *[other] ; de { $untested } no se examinó a nadie
}{ $few ->
    [0] { "" }
   *[other] ; para { $few } hay menos de { $min } alumnos
}{ $unjudged ->
    [0] { "" }
   *[other] ; de { $unjudged } no podemos decir si se enseñan
}{ $deferred ->
    [0] { "" }
   *[other] ; { $deferred } se aplazaron a propósito
}.
priorities-suppressed = { $count ->
    [one] No se dice { $count } resultado
   *[other] No se dicen { $count } resultados
} de escuelas o grupos, porque hay menos de { $min } alumnos detrás o podría deducirse de otros.
priorities-claims = { $count ->
    [one] { $count } resultado es
   *[other] { $count } resultados son
} de varios estándares a la vez o de un encabezado ({ LIST($names) }); no se reparte entre estándares. Para decir cómo repartirlo, escriba [results] claims en curalign.toml.
priorities-spread = Según [results] claims en curalign.toml, estos resultados cuentan para cada estándar de su lista: { LIST($names) }.
priorities-uncalibrated = Aquí el juez no está calibrado: las brechas significan completo, parcial y nada, y no son probabilidades.
priorities-limits = Lo que esto no muestra: que los alumnos rendirían más si se cerrara una brecha. Alineación no es aprendizaje: la concordancia del contenido con los estándares no se asoció de forma significativa con el valor añadido (10.1177/23328584221098761). Un resultado bajo en una o dos preguntas puede deberse a las preguntas. Los resultados de pocos alumnos, y los de quienes no fueron examinados, dicen poco.
priority-line = { $case ->
    [cannot_tell] no logrado, y no podemos decir si se enseña
    [unsupported] no logrado, enseñado y sin formación
   *[untaught] no logrado y no enseñado
} (se enseña: { CHANCE($taught) }{ $pd ->
    [none] { "" }
   *[some] ; con formación: { CHANCE($supported) }
})
column-rank = Puesto
column-standard = Estándar
column-priority = Prioridad
column-gap = Brecha
column-need = Necesidad
column-reach = Alumnos
column-verdict = Veredicto
column-rank-between = Puesto entre
column-first-five = Primeros 5
column-first-ten = Primeros 10

plan-title = Plan de formación para { $district }
plan-headline = { $sessions } de { $options }, { $hours }{ $limit-hours ->
    [none] { "" }
   *[other] { " " }de { $limit-hours }
}, { $money }{ $limit-money ->
    [none] { "" }
   *[other] { " " }de { $limit-money }
}: cierran brechas en las que { $pupils } veces un alumno no logró un estándar, de { $open } que la formación podría cerrar.
plan-headline-nothing = Con estos límites no vale la pena ninguna sesión: ninguna de { $options } cierra una brecha.
plan-unit = Cada alumno que no logró un estándar cuenta una vez por él, por la probabilidad de que la brecha lo sea y de que la sesión la cierre. No dice que esos alumnos vayan a aprobar.
plan-unit-without-results = No hay resultados, así que cada estándar cuenta como un alumno: el plan mira solo las brechas.
plan-proven = El programa demostró que ninguna otra elección cierra más.
plan-unproven = Se acabó el tiempo de cálculo: otra elección podría cerrar hasta un { $percent } % más.
plan-chosen = Elegidas, por lo que cierra una hora
plan-session = { $hours }, { $money }{ $schools ->
    [none] { "" }
   *[other] , para { $schools }
}{ $when ->
    [none] { "" }
   *[other] , { $when }
}
plan-worth = { $pupils } alumnos, { $per-hour } por hora; en { CHANCE($kept) } de los planes sorteados
plan-closes = cierra { $code } ({ $pupils } alumnos): { $statement }
plan-untaught = Ninguna unidad lo enseña: la formación sola no lo cierra.
plan-only-required = por sí sola no cierra ninguna brecha; la pide otra sesión o un límite
plan-forgone = Renuncias (forgone)
plan-forgone-none = No se renuncia a nada: todas las sesiones están en el plan.
plan-forgone-line = { $hours }, { $money }; añadiría { $pupils } alumnos; en { CHANCE($kept) } de los planes sorteados. { $why }
forgone-nothing = Su texto no apoya ningún estándar según nuestro veredicto.
forgone-covered = Lo que apoya ya lo cierra el plan, o no es una brecha.
forgone-block = { $title } ocupa su lugar en el bloque { $block }.
forgone-requires = Necesita { $title }, que no está en el plan.
forgone-room = { $over ->
    [hours] Necesita { $needs-hours } más.
    [money] Necesita { $needs-money } más.
   *[both] Necesita { $needs-hours } y { $needs-money } más.
}
forgone-seats = No tiene plazas para una escuela que la necesita.
plan-steps = El precio de más
plan-next-hour = Una hora más { $pupils ->
    [0] no cambia nada.
   *[other] cerraría brechas de { $number } alumnos más{ $comes ->
        [none] { "" }
       *[other] : { $comes }{ $goes ->
            [none] { "" }
           *[other] { " " }en lugar de { $goes }
        }
    }.
}
plan-next-money = Un dólar más { $pupils ->
    [0] no cambia nada.
   *[other] cerraría brechas de { $number } alumnos más{ $comes ->
        [none] { "" }
       *[other] : { $comes }{ $goes ->
            [none] { "" }
           *[other] { " " }en lugar de { $goes }
        }
    }.
}
plan-first-change = Lo mínimo que cambia el plan: { $title } cabría con { $needs }.
plan-how-sure = Qué tan seguro es
plan-redrawn = Los veredictos se sortearon { $draws } veces según sus propias probabilidades y el plan se hizo de nuevo cada vez: las partes dicen con qué frecuencia queda una sesión.
plan-remaining = Sigue abierto entre lo más urgente; lo que no se enseña espera al currículo, no a la formación
plan-from-table = Las sesiones son las de { $source }.
plan-from-documents = Las sesiones son los documentos de la carpeta de formación, con las horas y el costo que indican; como se elige entre ellos, todavía nada cuenta como apoyado.
plan-stated = { $file }: { $hours ->
    [none] no indica horas y no puede planificarse
   *[other] { $hours }, de { QUOTE($hours-as, 60) }
}; { $cost ->
    [none] no indica costo
   *[other] { $cost }, de { QUOTE($cost-as, 60) }
}
note-no-cost = No se indica costo, así que no se cuenta ninguno, para { LIST($titles) }.
note-requires = Requisitos que no están entre las sesiones, por lo que se dan por cumplidos: { LIST($titles) }.
note-schools = El distrito no tiene escuelas con este nombre: { LIST($schools) }.
note-capacity = Se indican las plazas de { $count ->
    [one] { $count } sesión
   *[other] { $count } sesiones
}; no cuántos docentes envía cada escuela, así que ninguna se llena. Escriba [planning] teachers en curalign.toml.
plan-row-trouble = Omitida: { PLACES($place) } { $trouble }

loosen-hours = Ningún plan cumple estos límites: lo que se pide toma { $needed }; permítalo con --hours { $number }.
loosen-money = Ningún plan cumple estos límites: lo que se pide cuesta { $needed }; permítalo con --budget { $number }.
loosen-both = Ningún plan cumple estos límites: lo que se pide toma más horas y más dinero de los que hay; permita más de ambos con --hours y --budget.
loosen-capacity = Ningún plan cumple estos límites: las sesiones tienen muy pocas plazas; dé más a una de ellas en capacity.
loosen-blocks = Ningún plan cumple estos límites: sesiones de un mismo bloque se excluyen; dé a una de ellas otro bloque.
loosen-prerequisites = Ningún plan cumple estos límites: un requisito de una sesión no puede ofrecerse; quítelo de prerequisites.
loosen-schools = Ningún plan cumple estos límites: ninguna sesión está abierta a cada escuela que debe tener una; quite --each-school o abra una en schools.
loosen-equity = Ningún plan cumple estos límites: en cada escuela puede cerrarse como mucho el { $number } % de lo abierto; pida no más con --equity { $number }.
loosen-several = Ningún plan cumple estos límites, y no hay uno solo que estorbe: afloje a la vez --hours, --budget y --each-school o --equity.

sheet-plan = Plan
sheet-forgone = Renuncias
sheet-gaps = Brechas cerradas
sheet-priorities = Prioridades
column-session = Sesión
column-hours = Horas
column-cost = Costo
column-pupils = Alumnos
column-per-hour = Alumnos por hora
column-schools = Escuelas
column-day = Cuándo
column-kept = Queda en planes sorteados
column-statement = Enunciado
column-why = Por qué
column-adds = Añadiría (alumnos)
column-supports = Probabilidad de que lo apoye
column-covers = Abarca
calendar-closes = Cierra: { LIST($codes) }
