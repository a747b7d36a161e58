# Lo que respondieron las personas: en las páginas de `curalign review` y donde un informe se apoye en ello.

reviews-not-read = contiene respuestas de revisores que no se pudieron leer ({ $reason }); compruebe el archivo y sus permisos.
review-line-broken = contiene una respuesta que no se entiende o que se cortó antes de guardarse (línea { $line }); el resto cuenta.
signal-review = una persona lo miró
counted-with-answers = Las personas respondieron sobre { $answers ->
        [one] { $answers } estándar
       *[other] { $answers } estándares
    }.
counted-and-answers = Las personas respondieron sobre { $answers } estándares; solo por sus respuestas, diga lo que diga el modelo, se enseñan entre { $low } y { $high }.
counted-by-answers = Este número se apoya solo en lo que las personas respondieron sobre { $answers } estándares (entre { $low } y { $high }), porque sus respuestas contradicen al modelo.
by-review = según { LIST($reviewers) }, { $agreed ->
        [True] con la respuesta
       *[other] sin acuerdo de todos; la mayoría respondió
    } { $answer ->
        [yes] sí
        [partly] en parte
        [no] no
       *[other] { $answer }
    }.
promise-holds = De los estándares que el distrito no enseña, se espera que como mucho { $alpha } de cada 100 se den por enseñados, según { $untaught } que las personas encontraron sin enseñar; para ello un estándar solo se da por enseñado desde una probabilidad medida de { THRESHOLD($threshold) }.
promise-lacks = Las revisiones aún no prometen nada de la lista de estándares enseñados: de los elegidos, las personas encontraron { $untaught } sin enseñar y hacen falta { $needed }, con una probabilidad que los distinga.
