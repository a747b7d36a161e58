# Qué cambia de una ejecución a otra, qué cambiaría si, qué se conocía ya, y dónde se podría cerrar una brecha.

run-named = «{ $name }» ({ $run })

cause = { $what ->
    [curalign] curalign era { $before } y es { $after }
    [encoder] el codificador es otro (era { EXCERPT($before, most: 60) }, es { EXCERPT($after, most: 60) })
    [judge] el juez es otro (era { EXCERPT($before, most: 60) }, es { EXCERPT($after, most: 60) })
    [settings] los ajustes son otros ({ $name }: era { EXCERPT($before, most: 60) }, es { EXCERPT($after, most: 60) })
    [framework] los estándares no son los mismos: { $before } ya no están, { $after } nuevos, { $name } cambiados
    [grades] el distrito respondía por { EXCERPT($before, most: 60) } y responde por { EXCERPT($after, most: 60) } (grados)
    [subjects] el distrito respondía por { EXCERPT($before, most: 60) } y responde por { EXCERPT($after, most: 60) }
    [documents] solo una de las dos ejecuciones tiene documentos de { $name ->
        [pd] desarrollo profesional
       *[other] currículo
    }, así que no se dice nada de su cambio
   *[package] la biblioteca { $name } era { $before } y es { $after }
}

compare-title = { $district }: de { $before } a { $after }
compare-same = Nada es diferente: los mismos documentos, juzgados igual.
compare-alike = Ambas se juzgaron igual, así que lo que cambió viene de los documentos.
compare-unlike = Las dos no se juzgaron igual. Lo que cambió puede venir solo de eso, así que de ninguna brecha se dice que se cerró o que es nueva.
compare-counts = { $kind ->
    [unit] Currículo
   *[pd] Desarrollo profesional
}: { $mode ->
    [if] { $closed } se cerrarían, { $new } se abrirían, { $open } seguirían abiertas, { $unsure } no se puede decir; { $taught } seguirían
   *[runs] { $closed } cerradas, { $new } nuevas, { $open } siguen abiertas, { $unsure } no se puede decir; en ambas { $taught } están
} { $kind ->
    [unit] enseñados
   *[pd] con apoyo
}.
compare-change = { $kind ->
    [unit] Estándares que se enseñan
   *[pd] Estándares con apoyo
}: { $change } (entre { $low } y { $high } si los pasajes se sortearan de nuevo){ $noise ->
    [yes] , lo que está dentro del ruido
   *[no] { "" }
}.

outcome-title = { $outcome ->
    [closed] { $mode ->
        [if] Se cerrarían
       *[runs] Cerradas
    }
    [new] { $mode ->
        [if] Se abrirían
       *[runs] Brechas nuevas
    }
    [still_open] { $mode ->
        [if] Seguirían abiertas
       *[runs] Siguen abiertas
    }
    [cannot_tell] No se puede decir
    [still_taught] { $mode ->
        [if] Se seguirían enseñando
       *[runs] Se enseñan en ambas
    }
    [only_before] Solo en los estándares de la ejecución anterior
   *[only_after] Solo en los estándares de la ejecución posterior
}
reading = { $verdict ->
    [taught] { $kind ->
        [unit] se enseña
       *[pd] con apoyo
    }
    [not_taught] { $kind ->
        [unit] no se enseña
       *[pd] sin apoyo
    }
    [cannot_tell] no está claro
   *[no_documents] sin documento con que juzgar
}{ $known ->
    [yes] { " " }({ CHANCE($taught) })
   *[no] { "" }
}
move = { $mode ->
    [if] ahora: { $before }; entonces: { $after }
   *[runs] antes: { $before }; ahora: { $after }
}
move-only = { $reading }
move-same = { $mode ->
    [if] como ahora: { $reading }
   *[runs] como antes: { $reading }
}
doubt = { $doubt ->
    [noise] dentro del ruido: entre { $low } y { $high } puntos si los pasajes se sortearan de nuevo
    [verdict] no es tan seguro en ambas como para llamarlo brecha o enseñado
    [no_documents] en una de las dos no hay documento con que juzgar
    [measure] no se juzgaron igual
   *[word] cambió la palabra de una persona, no los documentos
}

trend-title = Todas las ejecuciones guardadas
trend-run = Ejecución
trend-name = Nombre
trend-column = { $kind ->
    [unit] Se enseñan
   *[pd] Con apoyo del desarrollo profesional
} (de)
trend-open = No se enseñan
trend-note = Cada una como se midió, antes de las decisiones de nadie. El intervalo dice cuán seguro es el número; es la misma duda en todas las ejecuciones juzgadas igual, así que un cambio es más seguro que sus dos extremos.
trend-break = No se puede comparar con la fila de arriba: { $causes }.
trend-axis = número de estándares
compare-cause-title = Qué más es diferente
compare-strands = Por área
compare-page-title = { $district }: qué cambió
compare-column-strand = Área
compare-column-change = Cambio

what-if-title = ¿Y si la carpeta { COUNT($added) ->
    [0] no tuviera { LIST($left, most: 80) }
   *[other] tuviera { LIST($added, most: 80) }{ COUNT($left) ->
        [0] { "" }
       *[other] { " " }y no tuviera { LIST($left, most: 80) }
    }
}?
what-if-warning = Esto no es una revisión del distrito: { what-if-title } Se juzgó así, y nada de ello se guardó.
what-if-nothing = Ninguna brecha se cerraría ni se abriría.
what-if-rest = Qué se encontraría entonces: curalign check con las mismas opciones y --format json, o -o ARCHIVO.

baseline-counts = Frente a la línea de base { $file }{ $run ->
    [none] { "" }
   *[other] { " " }({ $run })
}: { $new ->
    [one] { $new } hallazgo es nuevo
   *[other] { $new } hallazgos son nuevos
}, { $known } se conocían ya. Solo lo nuevo puede hacer fallar la revisión.
baseline-differs = La línea de base { $what ->
    [framework] es de otros estándares, así que un hallazgo puede ser nuevo solo por eso
    [scope] se limitó a { LIST($scope, most: 60) }, así que todo lo demás es nuevo aquí
    [district] es de otro distrito, { LIST($scope, most: 60) }
    [curalign] se hizo con otra versión de curalign, así que un hallazgo puede ser nuevo solo por eso
    [settings] se hizo con otros ajustes, así que un hallazgo puede ser nuevo solo por eso
   *[model] se hizo con otro modelo, así que un hallazgo puede ser nuevo solo por eso
}.
finding-known = se conocía ya
heading-known = { $count ->
    [one] { $count } hallazgo se conocía ya
   *[other] { $count } hallazgos se conocían ya
}

suggested-place = { $first ->
    [yes] Lugar sugerido
   *[no] O bien
}{ COUNT($school) ->
    [0] { "" }
   *[other] { " " }en { LIST($school, most: 60) }
}: { QUOTE($title, most: 60) } ({ $file }{ COUNT($when) ->
    [0] { "" }
   *[other] , { LIST($when, most: 40) }
}), { $how ->
    [in] ampliar { QUOTE(PLACES($lesson), most: 60) }, que se acerca
    [after] después de { QUOTE(PLACES($lesson), most: 60) }
   *[none] como lección propia
}{ COUNT($neighbours) ->
    [0] ; enseña ya { $carries ->
        [one] { $carries } estándar
       *[other] { $carries } estándares
    }
   *[other] ; de su área enseña { LIST($neighbours, most: 30) }, y { $carries ->
        [one] { $carries } estándar
       *[other] { $carries } estándares
    } en total
}{ $days ->
    [0] { "" }
   *[other] { " " }en { $days } días de clase
}.
no-suggested-place = Ninguna unidad es de su grado y materia: necesita una unidad propia.
almost-teaches = Lo más cercano: { QUOTE($passage, most: 100) } ({ $file }){ COUNT($has) ->
    [0] { "" }
   *[other] ; menciona: { LIST($has, most: 60) }
}{ COUNT($lacks) ->
    [0] ; menciona cada parte del estándar y no lo enseña
   *[other] ; le falta: { LIST($lacks, most: 60) }
}.
heading-places = Dónde se podría enseñar:
