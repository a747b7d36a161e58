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
promise-holds = De los estándares que el distrito no enseña, se espera que como mucho { $alpha } de cada 100 tengan una probabilidad medida de { THRESHOLD($threshold) } o más; según { $untaught } que las personas encontraron sin enseñar.
promise-lacks = Las revisiones aún no prometen nada de la lista de estándares enseñados: de los elegidos, las personas encontraron { $untaught } sin enseñar y hacen falta { $needed }, con una probabilidad que los distinga.
import-done = { $new } nuevas, { $changed } cambiadas, { $same } ya guardadas, { $ignored } sin usar.
import-ignored = Sin usar, { PLACES($place) }: { $why ->
        [answer] la respuesta no es yes, partly, no ni cannot_tell
        [reviewer] no se nombra a ningún revisor; añada un nombre, o --reviewer
        [standard] la última comprobación no tiene ese estándar
        [passage] la última comprobación no tiene ese pasaje
        [kind] trata de toda la formación, que no se revisa; responda sobre sus pasajes
        [strength] la fuerza no es full, partial ni none
        [stage] la etapa no es ninguna de la lista
       *[depth] la profundidad no es de 1 a 4
    }.

## Las páginas de `curalign review`.

review-title = Revisión
review-who = ¿Quién es usted?
review-who-why = Su nombre figura junto a sus respuestas. Use siempre el mismo.
review-name = Su nombre
review-begin = Empezar
review-nav = Páginas
review-nav-guide = Guía
review-nav-learn = Práctica
review-nav-number = El número
review-nav-doubts = Mayores dudas
review-nav-discuss = Debate
review-nav-results = Resultados
review-nav-log = Registro
review-nav-reply = Respuesta del autor
review-counted = Se enseñan { $expected } de { $of } estándares (entre { $low } y { $high })
review-counted-alone = solo por sus respuestas, entre { $low } y { $high }
review-not-counted = Aún no hay número: el juez no está calibrado
review-signed-in = Usted es { $name }
review-ask-standard = ¿Se enseña aquí?
review-ask-passage = ¿Este pasaje lo enseña?
review-ask-again = Aún no hay acuerdo. ¿Qué dice ahora?
review-grade = Grados: { $grades }
review-yes = Sí
review-partly = En parte
review-no = No
review-cannot_tell = No se sabe
review-answer = Su respuesta
review-more = Decir más: fuerza, etapa, profundidad, dificultad, nota
review-strength = Cuánto lo alcanza el pasaje
review-strength-full = por completo
review-strength-partial = en parte
review-strength-none = nada
review-as-measured = como está
review-stage = Qué es el pasaje
review-depth = Profundidad de conocimiento que se pide
review-depth-none = sin decir
review-challenge = Origen de la dificultad, si no es el estándar
review-note = Nota: por qué
review-passages = Los pasajes que deciden
review-no-passages = Ningún pasaje de una unidad se acerca a este estándar. Si sabe dónde se enseña, responda y diga el lugar en la nota.
review-before = antes
review-after = después
review-left = Quedan { $left } de { $total }, unos { $minutes } min
review-nothing-left = Aquí no queda nada por responder.
review-next-number = Seguir con el número
review-next-doubts = Seguir con las mayores dudas
review-draw-more = Elegir más estándares
review-undo = Deshacer mi última respuesta
review-keys = Teclas
review-keys-how = y sí, p en parte, n no, c no se sabe, u deshacer, m decir más, w escribir nota, Esc salir del campo
review-others = Lo que dijeron otros
review-machine = La máquina: { $answer }
review-done-recorded = Guardado.
review-done-undone = Su última respuesta se ha retirado.
review-done-nothing-undone = No hay respuesta suya que retirar.
review-done-drawn = Se eligieron más estándares.
review-done-no-name = Escriba primero su nombre.
review-guide-taught = Un estándar se enseña donde se pide a los alumnos hacer lo que dice: una tarea, un objetivo o una evaluación de la unidad. Nombrarlo, copiar sus palabras o dejarlo para más tarde no enseña nada.
review-guide-yes = Sí: está todo lo que el estándar pide.
review-guide-partly = En parte: algo, o con menos profundidad.
review-guide-no = No: otra cosa, o un estándar hermano.
review-guide-cannot = No se sabe: el texto no lo dice. También es una respuesta.
review-guide-blind = No verá lo que dicen los demás ni la máquina hasta haber respondido.
review-guide-open = Verá lo que dicen los demás y la máquina mientras responde (el ajuste blind está desactivado).
review-guide-readers = Para que una respuesta cuente { $readers ->
        [one] hace falta una persona
       *[other] hacen falta { $readers } personas
    }.
review-guide-depth = Profundidad: 1 recordar, 2 destreza o concepto, 3 pensamiento estratégico, 4 pensamiento extendido. Juzgue la tarea entera y no su verbo.
review-guide-practice = Practicar con tres pasajes que todos responden
review-learnt = Lo que todos dijeron de su práctica
review-concluded = Conclusiones
review-with-all = Con desacuerdo: { $decided } estándares tienen respuesta de la mayoría; de ellos, { $taught } se enseñan.
review-without = Sin desacuerdo: { $agreed } tienen la misma respuesta de todos; de ellos, { $taught } se enseñan.
review-disputed = { $disputed } tuvieron al principio respuestas distintas.
review-agreement = Cuánto acuerdo hay
review-agreement-how = Cada cual a solas, antes de hablar. Donde casi todas las respuestas son iguales, kappa es baja aunque haya acuerdo; lea las cuatro.
review-raters = Quién
review-all-people = Todas las personas
review-of-items = preguntas
review-raw = misma respuesta
review-none-twice = Aún no hay nada respondido por dos personas.
review-log-empty = Nada que usted haya respondido aún.
review-log-blind = Ve lo que usted mismo ha respondido.
review-holds = Vale: { $answer }
review-open = Sin decidir
review-first-round = a solas
review-second-round = tras hablar
review-reply-round = el autor
review-reply-why = Autores y editores responden aquí a lo que no se encontró enseñado por completo. La respuesta se guarda junto a las demás y no cambia ninguna.
review-reply = Guardar la respuesta
review-reply-empty = No hay nada a lo que responder.
