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

# Títulos de columnas.
table-severity = Gravedad
table-finding = Hallazgo
table-standard = Estándar
table-message = Mensaje
table-place = Lugar
