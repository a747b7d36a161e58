# Hand-outs: a page or two for those who decide. Short words and short sentences: a test measures how hard they are to read.
# Parents and the community read of learning goals, everybody else of standards.

handout-title = { $audience ->
    [board] Para la junta escolar
    [administrators] Para la administración
    [teachers] Para docentes
    [union] Para el sindicato
    [parents] Para las familias
   *[community] Para la comunidad
}
handout-title-unit = Unidad: { EXCERPT($name, most: 90) }
handout-title-school = Escuela: { EXCERPT($name, most: 90) }
handout-title-standard = Para conversar: { EXCERPT($name, most: 40) }

heading-question = La pregunta para usted
handout-question = { $audience ->
    [board] ¿Qué brechas cerramos primero, y qué dinero, tiempo y reglas hacen falta?
    [administrators] ¿Quién hará qué, y para cuándo?
    [teachers] ¿Qué va a dejar en su unidad, qué va a añadir y qué va a cambiar?
    [union] ¿Qué tiempo y qué formación pide este trabajo, y cómo se oye a los docentes?
    [parents] ¿Qué va a aprender mi hijo o mi hija este año, y qué debo preguntar?
    [community] ¿Qué quieren lograr nuestras escuelas, y cómo puedo ayudar?
    [unit] ¿Qué va a dejar en esta unidad, qué va a añadir y qué va a cambiar?
    [school] ¿Qué brechas puede cerrar sola esta escuela, y con cuáles necesita ayuda?
   *[standard] ¿Enseñamos esto? Si no, ¿quién lo va a enseñar, dónde y cuándo?
}

## The numbers. $low and $high are the ends of the interval.

handout-count = { $expected ->
    [one] Se enseña
   *[other] Se enseñan
} unos { $expected } de { $of } { $of ->
    [one] estándar
   *[other] estándares
} (entre { $low } y { $high }).
handout-goals = Las clases enseñan unas { $expected } de { $of } metas (entre { $low } y { $high }).
handout-pd-count = La formación docente apoya unos { $expected } de { $of } (entre { $low } y { $high }).
handout-pd-none = No había papeles de formación docente, así que no se dice nada de ella.
handout-share = { $expected } de { $of } ({ $low } a { $high })
handout-full-of = { $full } de { $total } por completo
handout-bar = Una barra de { $of } { $of ->
    [one] parte
   *[other] partes
}: las primeras { $low } son lisas y se enseñan con certeza; hasta { $high } tienen rayas y quizá se enseñan.
handout-warning = Cuidado: el programa no se ajustó a estos estándares o a esta configuración, y estos números pueden estar lejos de la verdad.

handout-one-by-one = Uno por uno: { $missing } sin enseñar, { $unsure } sin poder decirlo{ $deferred ->
        [0] { "" }
       *[other] , { $deferred } en espera a propósito
    }{ $unjudged ->
        [0] { "" }
       *[other] , { $unjudged } sin unidad que mirar
    }.

## Names of columns and of things.

column-area = Área
column-count = Cuántos
column-subject = Materia
column-taught = Se enseña
column-not-taught = No se enseña
column-cannot-tell = No se puede decir
column-trained = La formación apoya
column-untrained = Sin formación
column-task = Qué hacer
column-who = Quién
column-when = Para cuándo
column-unit = Unidad
column-teaches = Enseña
column-claims = Solo lo dice
column-could-add = Todavía no
handout-more = y { $count } más, en el informe
handout-grades = { $count ->
    [one] grado { $grades }
   *[other] grados { $grades }
}
# En lugar de lo que dicen los informes de un texto reconocido en una imagen.
place-ocr = leído de una imagen

heading-gaps = Dónde están las brechas
heading-missing = Qué no se enseña
heading-decide = Qué puede decidir usted
goals-by-area = Metas por área
handout-by-grade = Estándares por grado
handout-by-area = Áreas con más brechas
handout-by-school = Estándares por escuela
handout-by-subject = Estándares por materia, uno por uno
handout-no-subject = Sin materia indicada
handout-nothing-missing = No hallamos ningún estándar sin enseñar.

## The board.

board-money = Dinero: pague formación para lo que se enseña sin ella. { $count ->
    [one] Es { $count } estándar
   *[other] Son { $count } estándares
}{ COUNT($areas) ->
    [0] { "" }
   *[other] , sobre todo en { LIST($areas) }
}.
board-money-no-pd = Dinero: no vimos papeles de formación. Pregunte qué formación hay y qué cuesta.
board-time = Tiempo: dé horas a los docentes para crear clases de { $count } { $count ->
    [one] estándar
   *[other] estándares
} que nadie enseña, y para revisar { $check } más.
board-rules = Reglas: diga quién puede dejar un estándar en espera, por qué y hasta cuándo.{ $deferred ->
    [0] { "" }
    [one] { " " }Hoy { $deferred } está en espera a propósito.
   *[other] { " " }Hoy { $deferred } están en espera a propósito.
}
board-again = Mire otra vez: fije un día para la próxima revisión. Las brechas se cierran en años, no en semanas.

## Administrators.

heading-work = Quién hace qué ahora
handout-work = Trabajo que pide esta revisión
work-write = Escribir una clase, o ampliar una
work-deepen = Hacer más honda una clase que solo toca el estándar
work-claims = Enseñar lo que se dice enseñar, o quitar el código
work-grade = Acordar qué grado lo enseña
work-read = Leer los pasajes y decidir: ¿se enseña?
work-cite = Añadir el código a la clase que lo enseña
work-pd = Planear formación sobre ello
work-read-pd = Leer los papeles de formación y decidir: ¿ayudan?
work-pd-nothing = Preguntar qué debe apoyar esa formación
work-files = Guardar el archivo de nuevo para que se pueda leer
who-grade-team = docentes del grado
who-authors = autores de la unidad
who-curriculum = responsable de currículo
who-pd = responsable de formación
who-files = quien tenga el archivo
heading-pd-nothing = Formación que no apoya nada de lo que se enseña
heading-unread = Papeles que no se pudieron leer por completo
handout-all-read = Se leyeron todos los archivos.

## Teachers.

heading-units = Las unidades, una por una
handout-units = Qué hace cada unidad con los estándares de su grado
heading-claims = Se dice que se enseña, y nada en el texto lo muestra
heading-could-add = Cerca, pero todavía no
handout-could-add = Empiece por el lugar que se nombra.
near-why = { $code ->
    [U102] solo se toca
    [U105] se enseña aquí, y es de otro grado
   *[other] quizá se enseña, quizá no
}
heading-grade-missing = Ninguna unidad de este grado enseña esto
heading-cite = Se enseña, y ninguna unidad lo nombra
handout-own-unit = Pida la lista de su propia unidad. Tiene cada estándar con la frase que lo muestra.
heading-disagree = Si no está de acuerdo
handout-disagree = Usted conoce sus clases y el programa no. Diga a la oficina de currículo qué está mal y por qué. La palabra de una persona vale más que la del programa.

## Union leaders.

heading-documents-only = Qué es esto, y qué no es
union-documents = Mira papeles y nunca personas. No nombra ni califica a ningún docente.
union-no-blame = Una brecha es tarea del distrito. No es culpa de quien da la unidad.
union-no-grade = Acuerde por escrito con el distrito que no se usa para juzgar al personal.
handout-load = Tareas que esta revisión pide a los docentes, por grado
column-lessons = Clases por escribir
column-checks = Por leer y decidir
heading-load = El trabajo que se pide
union-load = En total: { $write } { $write ->
    [one] clase
   *[other] clases
} por escribir o cambiar, { $read } { $read ->
    [one] pasaje
   *[other] pasajes
} por leer y decidir, { $claims } { $claims ->
    [one] código
   *[other] códigos
} por revisar.
union-hours = Nadie contó las horas. Acuerde tiempo pagado antes de empezar.
heading-training = Formación
union-no-training = Se pide a los docentes enseñar { $count } { $count ->
    [one] estándar
   *[other] estándares
} sin formación{ COUNT($areas) ->
    [0] { "" }
   *[other] , sobre todo en { LIST($areas) }
}.
union-training-time = { $count ->
    [one] { $count } papel de formación no apoya nada de lo que se enseña. Ese tiempo puede ir a lo que piden los docentes.
   *[other] { $count } papeles de formación no apoyan nada de lo que se enseña. Ese tiempo puede ir a lo que piden los docentes.
}
heading-say = La voz de los docentes
union-review = Los docentes del grado leen los pasajes y deciden. Dos leen cada uno, cada cual por su lado.
union-overrule = Lo que deciden vale más que el programa, y se guarda con nombre y razón.
union-choose = Los docentes ayudan a elegir qué formación va primero.

## Parents.

parents-goals = Una meta dice qué debe saber o poder hacer un niño o una niña. La escuela la llama estándar.
parents-grade = Hallamos { $taught } de { $of } metas en las clases, una por una.
parents-learn = { $subject }: { LIST($areas, $more) }.
parents-learn-all = Su hijo o su hija aprende: { LIST($areas, $more) }.
parents-example = Por ejemplo:
parents-missing = Todavía no está en las clases:
parents-all-there = Hallamos en las clases todas las metas de este grado.
heading-all-grades = Grado por grado
parents-own-grade = Pida a la escuela la hoja del grado de su hijo o de su hija.
heading-ask = A quién puede preguntar
parents-ask-teacher = A su docente: ¿Qué metas vienen ahora? ¿Cómo ayudamos en casa?
parents-ask-school = A la dirección de la escuela: ¿Cuándo se van a enseñar las metas que faltan?
parents-ask-district = Al distrito: ¿Quién decide qué se enseña? ¿Cómo se oye a las familias?

## The community.

heading-aim = Qué queremos lograr
community-aim = Cada niño y cada niña debe alcanzar { $count } metas{ COUNT($areas) ->
    [0] { "" }
   *[other] { " " }en { LIST($areas, $more) }
}.
community-example = Dos de ellas:
heading-far = Hasta dónde llegamos
community-lowest = Las áreas que piden más trabajo van primero.
community-years = Una buena escuela tarda años en crecer. Pregunte cada año cuánto avanzamos.
heading-help = Cómo puede ayudar
community-know = Comparta lo que sabe. Nos falta más en { LIST($areas) }.
community-know-any = Comparta lo que sabe del trabajo y de la casa. Pregunte a una escuela qué le falta.
community-places = Abra sus puertas. Una clase aprende en una tienda, un taller, una granja o un parque.
community-time = Dé tiempo o dinero, para que los docentes escriban clases y se formen.
community-meet = Venga a las reuniones de la junta escolar. Pregunte por las brechas.

## A list for each unit and each school, and a sheet to discuss one standard.

unit-count = { $full ->
    [one] Esta unidad enseña { $full } estándar
   *[other] Esta unidad enseña { $full } estándares
}{ $partial ->
    [0] .
   *[other] { " " }y toca { $partial } más.
}
unit-unread = No se pudo leer nada de esta unidad, así que no sabemos qué enseña.
heading-teaches = Qué enseña
unit-in-part = solo en parte
unit-nothing = No hallamos ningún estándar que esta unidad enseñe.
heading-helped = Formación que ayuda con ello
heading-school-grades = Qué se enseña aquí, por grado
school-count = En esta escuela { $expected ->
    [one] se enseña
   *[other] se enseñan
} unos { $expected } de { $of } { $of ->
    [one] estándar
   *[other] estándares
} (entre { $low } y { $high }).
heading-elsewhere = Otra escuela enseña esto
school-elsewhere = Pida esas clases, y comparta las suyas.
heading-nowhere = Ninguna escuela enseña esto
heading-school-units = Unidades de esta escuela
heading-statement = El estándar
heading-evidence = Qué hallamos en las unidades
heading-evidence-pd = Qué hallamos en los papeles de formación
evidence-none = Ningún pasaje se le acerca.
evidence-best = Los mejores pasajes, cada uno con la probabilidad de que trate del estándar:
standard-judged = { $verdict ->
    [taught] El programa dice: se enseña.
    [not_taught] El programa dice: no se enseña.
    [cannot_tell] El programa no lo puede decir.
   *[no_documents] No había nada que mirar.
} { $known ->
    [yes] La probabilidad de que se enseñe es { CHANCE($probability) }.
   *[no] { "" }
}
heading-three = Tres preguntas para conversar
three-evidence = Lean los pasajes en voz alta. Quien hace este trabajo, ¿aprende lo que dice el estándar? ¿Qué falta?
three-where = ¿Dónde cabe mejor: en qué unidad, en qué semana, y qué puede dejarle lugar?
three-who = ¿Quién escribe o cambia la clase, qué ayuda necesita, y cuándo miramos otra vez?
heading-agreed = Qué acordamos
handout-agreed = Qué, quién y cuándo

## What nobody knows, and where the numbers come from.

heading-unknown = Qué no sabemos
unknown-lessons = Leímos papeles, no clases. Lo que se enseña bien y nadie escribió no se ve aquí.
unknown-learning = No sabemos cuánto se aprendió. Lo que se enseña puede costar todavía.
unknown-range = De { $low } a { $high } es un margen. El número real debe estar dentro en 19 de 20 distritos como aquellos de los que aprendimos.
unknown-unsure = { $count ->
    [one] Con { $count } estándar el texto no basta. Una persona debe leer y decidir.
   *[other] Con { $count } estándares el texto no basta. Una persona debe leer y decidir.
}
unknown-unjudged = { $count ->
    [one] Para { $count } estándar no había unidad que mirar. Quizá se enseña, quizá no.
   *[other] Para { $count } estándares no había unidad que mirar. Quizá se enseñan, quizá no.
}
unknown-files = { $count ->
    [one] { $count } archivo no se pudo leer por completo. Lo que enseña no se cuenta.
   *[other] { $count } archivos no se pudieron leer por completo. Lo que enseñan no se cuenta.
}
heading-source = De dónde vienen los números
source-documents = Un programa leyó { $units } { $units ->
    [one] unidad
   *[other] unidades
} y { $pd } { $pd ->
    [one] papel
   *[other] papeles
} de formación el { $date }. Los puso junto a los estándares del distrito. El informe completo muestra la frase detrás de cada número.
source-frameworks = Estándares: { LIST($titles, $more, most: 60) }.
source-run = Hecho con curalign { $version }, revisión { $run }.
# $month is 1 to 12.
on-date = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { NUMBER($year, useGrouping: 0) }
