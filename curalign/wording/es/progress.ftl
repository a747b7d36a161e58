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
}: { $closed } cerradas, { $new } nuevas, { $open } siguen abiertas, { $unsure } no se puede decir; { $taught } { $kind ->
    [unit] se enseñan
   *[pd] con apoyo
} en ambas.
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
