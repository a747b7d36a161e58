# What is found, by its code: the sentence, the title of all findings of the code, and advice to a director.
# Where a code has several sentences, the others stand below it under the code and a word.
# A sentence says what is wrong and how to mend it, and ends with a period; quotes come from documents.

# Standards that no unit is for. $what: subject (of these grades), grades (whatever the subject) or all.
no-documents = { $what ->
        [subject] Ninguna unidad es de { EXCERPT($subject, most: 60) }{ COUNT($grades) ->
            [0] { "" }
           *[other] { " " }para { GRADES($grades) }
        }
        [grades] Ninguna unidad es para { GRADES($grades) }
       *[all] No se entregó ninguna unidad
    }: de { $count ->
        [one] { $count } estándar
       *[other] { $count } estándares
    } no se sabe nada, y no quiere decir que no se enseñen; añada las unidades, o nombre en curalign.toml de qué responde el distrito.

# $nearness: none, close, away, far. $scale: passage ($probability is the passage's, $needed what would count) or standard
# ($probability is that of the standard's being taught or supported at all).
nearest-passage = { $nearness ->
    [none] ningún pasaje se le acerca
   *[other] el pasaje más cercano, { QUOTE($passage, most: 60) }, { $nearness ->
        [close] casi llega
        [away] queda a cierta distancia
       *[far] queda lejos
    } ({ $scale ->
        [standard] probabilidad { CHANCE($probability) } de que baste
       *[passage] probabilidad { CHANCE($probability) }; contaría desde { THRESHOLD($needed) }
    })
}
# $missing are parts of the standard that no near passage mentions.
missing-parts = { COUNT($missing) ->
    [0] { "" }
   *[other] { " " }y no dice nada de { LIST($missing, most: 40) }
}
# $instead is the code that the passage is more about, or nothing; $also the places of more passages.
deciding-passage = { $nearness ->
    [none] ningún pasaje se le acerca
   *[other] decide { QUOTE($passage, most: 60) }{ COUNT($instead) ->
        [0] { "" }
       *[other] , que trata más bien de { LIST($instead, most: 30) }
    }{ missing-parts }{ COUNT($also) ->
        [0] { "" }
       *[other] ; vea también { PLACES($also, most: 60) }
    }
}

U101 = { QUOTE($statement, most: 70) } no se enseña en ninguna unidad{ COUNT($grades) ->
        [0] { "" }
       *[other] { " " }para { GRADES($grades) }
    }: { nearest-passage }{ missing-parts }; { $nearness ->
        [none] planifique una lección
       *[other] amplíe esa lección o añada otra
    }.
    .title = No se enseña
    .advice = Ninguna unidad enseña estos estándares. Planifique dónde se enseñarán, o anote en curalign.toml por qué no.

# $why: weak (a good passage that pupils do not work on) or part (a passage that says only some of it).
U102 = { QUOTE($statement, most: 70) } se enseña de forma superficial: el mejor pasaje, { QUOTE($passage, most: 60) }, { $why ->
        [weak] encaja bien (probabilidad { CHANCE($probability) }), pero no es un objetivo, una tarea ni una evaluación; añada algo en lo que trabajen los estudiantes
       *[part] encaja solo en parte (probabilidad { CHANCE($probability) }; sería pleno desde { THRESHOLD($needed) }){ missing-parts }; haga que la lección lo diga y lo practique entero
    }.
    .title = Se enseña de forma superficial
    .advice = Una unidad toca estos estándares y no los alcanza. Profundice la lección indicada.

# $where: text (looked for in the document itself) or units (in all units, for a document that only lists).
U103 = { QUOTE($document, most: 60) } cita { EXCERPT($cited, most: 40) }, { QUOTE($statement, most: 70) }, pero { $where ->
        [units] ninguna unidad
       *[text] nada en su texto
    } lo enseña (probabilidad { CHANCE($probability) } como máximo; contaría desde { THRESHOLD($needed) }); enséñelo o quite el código.
    .title = Declarado sin respaldo
    .advice = Hay documentos que declaran estos estándares, y el texto no muestra que se enseñen. Enséñelos o quite la declaración.
U103-no-unit = { LIST($documents, $more, most: 40) } { COUNT($documents) ->
        [1] cita
       *[other] citan
    } { EXCERPT($cited, most: 40) }, { QUOTE($statement, most: 70) }, pero ninguna unidad lo enseña (probabilidad { CHANCE($probability) } de que alguna lo haga); enséñelo o quite el código.
U103-copied = { QUOTE($document, most: 60) } copia { QUOTE($statement, most: 70) }, pero { $where ->
        [units] ninguna unidad
       *[text] nada en su texto
    } lo enseña (probabilidad { CHANCE($probability) } como máximo; contaría desde { THRESHOLD($needed) }); enséñelo o quite el enunciado.

U104 = { QUOTE($statement, most: 70) } se enseña, pero ninguna unidad lo cita; añada su código a la lección indicada aquí.
    .title = Se enseña sin declararlo
    .advice = El texto enseña estos estándares y no los cita. Añada el código.
U104-nothing-cited = Ninguna unidad cita por su código un estándar de estos marcos, así que no se pudo comparar lo que se enseña con lo que se declara; añada los códigos a las unidades si quiere seguirlos.

# $taught: the grades of the document; $grades: those of the standard. Either may state none.
U105 = { QUOTE($statement, most: 70) } se enseña solo en { COUNT($taught) ->
        [0] otro grado
       *[other] { GRADES($taught) }
    }, en { QUOTE($document, most: 90) } (probabilidad { CHANCE($probability) }), aunque corresponde a { COUNT($grades) ->
        [0] su propio grado
       *[other] { GRADES($grades) }
    }; traslade esa lección o repítala allí.
    .title = Se enseña solo en otro grado
    .advice = Traslade la lección, o acuerden qué grado enseña el estándar.

U106 = { QUOTE($statement, most: 70) } { $verdict ->
        [not_taught] probablemente no se enseña
       *[cannot_tell] quizá se enseña y quizá no
    }{ COUNT($grades) ->
        [0] { "" }
       *[other] { " " }para { GRADES($grades) }
    } (probabilidad { CHANCE($probability) } de que sí): { deciding-passage }; léalo y decida.
    .title = Por comprobar: si se enseña
    .advice = El texto solo no lo resuelve. Lea los pasajes indicados; enseñe el estándar si ellos no lo hacen, o anote en curalign.toml lo que decida.

P201 = { QUOTE($statement, most: 70) } se enseña, pero ninguna formación docente lo apoya: { nearest-passage }; planifique una sesión sobre ello.
    .title = Se enseña, y ninguna formación lo apoya
    .advice = Se pide a los docentes que enseñen estos estándares y ninguna formación los ayuda.

P202 = { QUOTE($document, most: 60) } no apoya nada de lo que se enseña: lo más cercano es { EXCERPT($nearest, most: 40) } (probabilidad { CHANCE($probability) }; contaría desde { THRESHOLD($needed) }); pregunte qué debe apoyar.
    .title = Formación que no apoya nada de lo enseñado
    .advice = Esta formación no corresponde a ningún estándar que enseñen las unidades.
P202-about-little = { QUOTE($document, most: 60) } no apoya nada de lo que se enseña: lo más cercano es { EXCERPT($nearest, most: 40) }, de lo que trata { CHANCE($share) } de su texto; pregunte qué debe apoyar.

P203 = { QUOTE($statement, most: 70) } se enseña, y la formación docente { $verdict ->
        [not_taught] probablemente no lo apoya
       *[cannot_tell] quizá lo apoya y quizá no
    } (probabilidad { CHANCE($probability) } de que sí): { deciding-passage }; léalo y decida.
    .title = Por comprobar: si la formación lo apoya
    .advice = El texto solo no lo resuelve. Lea los pasajes indicados, y planifique una sesión si no ayudan.

F301 =
    .title = No se pudo leer
    .advice = Estos archivos no cuentan hasta que se puedan leer. Guárdelos de nuevo y repita la comprobación.

F302 =
    .title = Páginas sin texto
    .advice = Las páginas escaneadas no tienen texto que juzgar. Exporte el documento de nuevo, o pásele un reconocimiento de texto (OCR).

# $share: of a hundred rows of words, how many both documents have.
F304 = { QUOTE($document, most: 80) } dice lo mismo que { QUOTE($other, most: 80) } ({ $share } de 100 secuencias de palabras están en ambos); quédese con el que se usa en clase. No cambia ninguna cifra.
    .title = Copias de un documento
    .advice = Son dos versiones de un documento. Quédese con la que se usa en clase y saque la otra de la carpeta.

F303 =
    .title = No se pudo juzgar
    .advice = De esto no se sabe nada; no quiere decir que falte. Una decisión que se nombre aquí ya no corresponde a nada.
F303-no-pd = No se juzgó la formación docente, porque el distrito no tiene carpeta de formación; ponga sus documentos en pd/ para saber qué estándares apoyan.
F303-no-documents = { no-documents }
# $kind: unit or pd. $codes are the first of $count standards, $more the rest.
F303-unknown = { $count ->
        [one] { $count } estándar no se pudo
       *[other] { $count } estándares no se pudieron
    } juzgar en { $kind ->
        [pd] la formación docente
       *[unit] las unidades
    } ({ LIST($codes, $more, most: 40) }), porque no se pudo juzgar ningún documento para ello; añada alguno, o arregle los archivos que nombran otros hallazgos.
# $why: settings (they name other grades) or documents (none is for these grades).
F303-grades-left-out = No se { $count ->
        [one] cuenta { $count } estándar
       *[other] cuentan { $count } estándares
    } de { GRADES($grades) }, porque { $why ->
        [settings] la configuración nombra otros grados
       *[documents] ninguna unidad es para esos grados
    }; añada esas unidades, o nombre los grados en curalign.toml, para que se juzguen.

# Decisions that people wrote into curalign.toml. $verdict: deferred or wrong; $near: names that were perhaps meant.
decision-head = La decisión sobre { EXCERPT($subject, most: 80) } ({ $verdict ->
        [wrong] erróneo
       *[deferred] aplazado
    }, { EXCERPT($owner, most: 40) })
did-you-mean = { COUNT($near) ->
    [0] corríjalo
   *[other] ¿quiso decir { $near }? Corríjalo
}
F303-decision-names-no-standard = { decision-head } no nombra ningún estándar comprobado; { did-you-mean } en curalign.toml.
F303-decision-names-no-file = { decision-head } no nombra ningún archivo comprobado; { did-you-mean } en curalign.toml.
F303-decision-not-needed = { decision-head } ya no hace falta, porque ahí ya no se encuentra nada; quítela de curalign.toml.
decision-expired = La decisión de { EXCERPT($owner, most: 40) } { $verdict ->
        [wrong] de que esto es un error
       *[deferred] de aplazar esto
    } venció el { $expires }.
