# Workbooks and other tables: titles of columns and sheets, and what stands around them.

table-warning = Warning: { $text }
table-made = Run { $run }; curalign { $version }, encoder { $encoder }, judge { $judge }.
table-standards = standards
table-findings = Findings
table-other-findings = Other findings
table-nothing-found = Nothing was found that asks for something.
table-more-findings = { $count ->
    [one] { $count } more finding is not listed here; the workbook and JSON list every one.
   *[other] { $count } more findings are not listed here; the workbook and JSON list every one.
}
table-decided-findings = { $count ->
    [one] { $count } more finding was deferred on purpose or marked as wrong.
   *[other] { $count } more findings were deferred on purpose or marked as wrong.
}
table-severity-error = error
table-severity-warning = warning
table-severity-note = note

# Titles of columns.
table-severity = Severity
table-finding = Finding
table-standard = Standard
table-message = Message
table-place = Place
