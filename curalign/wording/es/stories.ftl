# Relatos de distritos, y quiénes podrían trabajar juntos. Ninguna frase dice que una cosa vino de otra.

story-format = no es un relato que se pueda leer; guárdelo como Markdown o como página web.
story-too-many = no se lee, pues hay más de { $most } relatos; deje los que importan aquí.
story-open = tiene un encabezado de datos sin final, que se lee como texto; escriba debajo una línea de tres guiones.
story-line = tiene { QUOTE($line, 60) } en sus datos, y no es un campo; escriba un nombre, dos puntos y un valor.
story-value = tiene { QUOTE($value, 60) } en { $field }, y se dejó fuera; escriba { $field ->
    [enrolment] un número de alumnos, como 1200
    [poverty] una proporción, como 42 % o 0.42
    [tier] 1, 2, 3 o 4
   *[other] grados, como 3-5 o K, 1
}.

page-nav-teams = Juntos
page-nav-stories = En otras partes
stories-heading = Qué cuentan otros distritos
stories-how = Citas, en sus propias palabras, de relatos de la carpeta del distrito que están cerca de brechas halladas aquí. Nadie los comprobó. Lo que cuenta un distrito no dice nada de otro.
stories-none = { $told ->
    [one] Se leyó { $told } relato. No está cerca de ninguna brecha.
   *[other] Se leyeron { $told } relatos. Ninguno está cerca de una brecha.
}
stories-more = { $count ->
    [one] { $count } relato más está cerca de una brecha.
   *[other] { $count } relatos más están cerca de una brecha.
}
story-of = { COUNT($district) ->
    [0] No nombra ningún distrito.
   *[other] { LIST($district) }{ COUNT($pupils) ->
        [0] { "" }
       *[other] , { LIST($pupils) } alumnos
    }{ COUNT($poverty) ->
        [0] .
       *[other] , { LIST($poverty) } % de ellos en pobreza.
    }
}
story-practice = Qué hicieron, según lo llaman: { EXCERPT($practice, most: 160) }.
story-near = Cerca de: { LIST($codes) }.
story-tier = { $tier ->
    [0] No declara ningún nivel de evidencia (ESSA).
    [1] Nivel 1 de ESSA (evidencia fuerte), según afirma { $who }.
    [2] Nivel 2 de ESSA (evidencia moderada), según afirma { $who }.
    [3] Nivel 3 de ESSA (evidencia prometedora), según afirma { $who }.
   *[4] Nivel 4 de ESSA (con fundamento), según afirma { $who }.
}
story-claimed-by-itself = el propio relato
story-source = Fuente: { EXCERPT($source, most: 200) }
story-no-source = No nombra ninguna fuente.
story-invented = Este relato es inventado, como ejemplo.
story-unchecked = Nadie comprobó este relato.

story-fit-grades = Es de { COUNT($grades) ->
    [one] grado
   *[other] grados
} { LIST($grades) }.
story-fit-lessons = Aquí, ninguna unidad enseña con seguridad aquello de lo que está cerca.
story-fit-training = Aquí, ninguna formación apoya con seguridad aquello de lo que está cerca.
story-fit-results = Aquí, aquello de lo que está cerca es de lo más urgente según los resultados.
story-size-like = El distrito es de tamaño parecido ({ NUMBER($theirs) } alumnos allí, { NUMBER($ours) } aquí).
story-size-unlike = El distrito es de otro tamaño ({ NUMBER($theirs) } alumnos allí, { NUMBER($ours) } aquí).
story-poverty-like = Una proporción parecida de alumnos vive en pobreza ({ $theirs } % allí, { $ours } % aquí).
story-poverty-unlike = Otra proporción de alumnos vive en pobreza ({ $theirs } % allí, { $ours } % aquí).

## Quiénes podrían trabajar juntos.

teams-heading = Quiénes podrían trabajar juntos
teams-how = Escuelas que comparten una brecha, una reunión por grado y área. La unidad nombrada podría abrirla: su texto es el que más claro enseña estos estándares. Aquí se nombran unidades y ninguna persona.
teams-more = { $count ->
    [one] { $count } reunión más
   *[other] { $count } reuniones más
}
team-grades = { COUNT($grades) ->
    [0] Todos los grados
    [one] Grado { LIST($grades) }
   *[other] Grados { LIST($grades) }
}
team-about = { $count ->
    [one] { $count } brecha compartida
   *[other] { $count } brechas compartidas
} en { LIST($schools) }.
team-gap = { $case ->
    [training] se enseña, y ninguna formación lo apoya
    [uneven] se enseña en { LIST($taught) }, no se halló en { LIST($without) }
    [both] se enseña en { LIST($taught) }, no se halló en { LIST($without) }, y ninguna formación lo apoya
   *[nobody] no se enseña en ninguna escuela
}
team-lead = Podría abrir la reunión: { EXCERPT($unit, most: 90) } ({ $count } de { $of }).
team-no-lead = Ninguna unidad enseña esto. Empiecen por los estándares.
team-pupils = Según los resultados, { NUMBER($pupils) } veces un alumno no logró uno de estos.
team-units = Unidades de estos docentes: { LIST($units, $more, most: 60) }.

## En las hojas.

heading-priorities = Por dónde empezar, según los resultados
handout-priority = Los alumnos perdieron unos { $missed } de 100 puntos. { $case ->
    [cannot_tell] No podemos decir si se enseña.
    [unsupported] Se enseña, y ninguna formación ayuda con esto.
   *[untaught] No se enseña.
}
handout-priorities-how = Según la brecha y lo que los alumnos no lograron. Puede haber muchas razones.
handout-teams-how = Estas escuelas comparten brechas: sus docentes podrían reunirse.
handout-team = { $count ->
    [one] { $count } brecha compartida
   *[other] { $count } brechas compartidas
} en { LIST($schools) }; { COUNT($unit) ->
    [0] ninguna unidad lo enseña aún
   *[other] podría abrir la reunión: { LIST($unit, most: 60) }
}
heading-stories = Qué cuentan otros distritos
handout-stories-how = Lo dicen ellos mismos. Nadie aquí lo comprobó.
heading-results = Cómo les fue a los alumnos
results-line = { $pupils ->
    [one] { $pupils } alumno hizo
   *[other] { $pupils } alumnos hicieron
} { $items ->
    [one] { $items } pregunta
   *[other] { $items } preguntas
} sobre esto. Perdieron unos { $missed } de 100 puntos (entre { $low } y { $high }).
results-rank = Por brecha y resultados es el número { $rank } de { $of }.
three-results = Miren trabajos de alumnos: ¿dónde se detienen quienes no lo lograron, y qué hacen ahí los demás?
