# What is wrong with a file, as the end of a sentence that its name begins: "no contiene texto, ...".

too-little-text = { $words ->
        [0] no contiene texto
        [one] contiene solo { $words } palabra propia
       *[other] contiene solo { $words } palabras propias
    }, demasiado poco para juzgar; si su contenido está en imágenes, añada un archivo con el texto.

other-language = parece estar en { language-name }, idioma que no se juzgó; añada '{ $language }' a segmenting.languages si el codificador conoce ese idioma.

language-name = { $language ->
    [en] inglés
    [es] español
    [fr] francés
    [pt] portugués
    [de] alemán
    [it] italiano
    [vi] vietnamita
    [ht] criollo haitiano
    [tl] tagalo
    [ru] ruso o una lengua cercana
    [ar] árabe
    [he] hebreo
    [el] griego
    [hi] hindi
    [bn] bengalí
    [zh] chino
    [ja] japonés
    [ko] coreano
    [th] tailandés
    [am] amárico
    [km] jemer
    [lo] lao
    [my] birmano
   *[other] { $language }
}

## Where a row stands, in a sentence. $sheet is the name of its sheet in a workbook, or nothing; $noun is row or record.

at-row = { COUNT($sheet) ->
    [0] { $noun ->
        [record] registro
       *[row] fila
    } { NUMBER($row, useGrouping: 0) }
   *[other] hoja { LIST($sheet) }, fila { NUMBER($row, useGrouping: 0) }
}

## Files that cannot be opened. $reason is what the system says, in its own words.

folder-closed = es una carpeta que no se puede abrir; cambie sus permisos.
vanished = no se puede abrir porque ya no está; repita la revisión cuando nadie cambie la carpeta.
changed = cambió mientras se leía; repita la revisión cuando nadie escriba en el archivo.
link-nowhere = es un enlace que no lleva a nada o no se puede seguir; ponga aquí el archivo mismo.
link-elsewhere = es un enlace a otro lugar y no se sigue; copie los archivos a esta carpeta.
no-regular-file = es una tubería, un socket o un dispositivo y no un archivo; elimínelo.
a-folder = es una carpeta; nombre los archivos que contiene.
not-there = no está; revise la ruta.
no-path = no se puede leer ({ $reason }); revise la ruta y sus permisos.
not-opened = no se puede abrir ({ $reason }); revise la unidad en la que está.
may-not-read = no puede leerlo este usuario; cambie sus permisos.
# Both in bytes.
too-large = ocupa { SIZE($size) }, más de los { SIZE($most) } que se leen; divídalo.
# $kind: data (standards, results), labels or document.
empty = está vacío; { $kind ->
    [data] descárguelo de nuevo o elimínelo
    [labels] recupérelo de una copia
   *[document] recupérelo de una copia o elimínelo
}.
# $kind: document, workbook or member (of an archive).
locked = está protegido con una contraseña; { $kind ->
    [workbook] guarde una copia sin ella
    [member] descomprima el archivo comprimido en esta carpeta
   *[document] ábralo y guárdelo sin ella
}.

## Files that are not what they should be. $kind: document or workbook.

damaged = está dañado o incompleto; ábralo y guárdelo de nuevo como { save-as }.
save-as = { $kind ->
    [workbook] libro de cálculo o CSV
   *[document] docx o pdf
}
binary = no es texto ni ningún tipo de archivo que se lea aquí; guárdelo como CSV, XLSX o JSON.
web-page = es una página web; descargue el archivo mismo y no la página que lo rodea.
# $reason is what the parser says, in English.
xml-broken = no es XML válido en la línea { NUMBER($line, useGrouping: 0) } ({ $reason }); expórtelo de nuevo.
xml-deep = tiene XML anidado a más de { $most } niveles, que ningún archivo necesita; expórtelo de nuevo.
xml-doctype = tiene una declaración de tipo de documento, donde se esconden bombas XML y que nada necesita; guárdelo de nuevo sin ella.
workbook-broken = no es un libro de cálculo que se pueda leer ({ $reason }); guárdelo de nuevo, o como CSV.
workbook-bomb = al descomprimirse ocupa mucho más que una tabla; guárdelo de nuevo, o como CSV.
far-cell = tiene una celda muy lejos de la tabla; bórrela, o guarde la hoja como CSV.
cells-broken = no se puede dividir en celdas ({ at-row }: { $reason }); busque una comilla que falte.
too-wide = tiene { $columns } columnas ({ at-row }); guárdelo solo con sus propias columnas.

## The process that reads files, and its limits.

reader-killed = no se leyó, porque algo más en este equipo cerró el lector, como hace un sistema con poca memoria; cierre otros programas y repita la revisión.
reader-crashed = hizo fallar el lector: está dañado; ábralo y guárdelo de nuevo como { save-as }.
reader-no-start = El lector de documentos no pudo iniciarse; aumente [reading] megabytes o instale curalign de nuevo.
reader-closed = El lector de documentos se ha cerrado.
out-of-memory = necesita más memoria de la que hay; cierre otros programas o divídalo.
too-little-memory = necesita más memoria de la que se da a un documento; divídalo o aumente [reading] megabytes.
too-much-memory = necesita más de { NUMBER($megabytes, useGrouping: 0) } MB de memoria; divídalo o aumente [reading] megabytes.
# $files is how many files of an archive were left over.
too-slow = tardó más de { $seconds ->
    [one] { NUMBER($seconds, useGrouping: 0) } segundo
   *[other] { NUMBER($seconds, useGrouping: 0) } segundos
}; divídalo o aumente [reading] seconds{ files-left }.
# $begun: yes or no.
folder-too-slow = { $begun ->
    [yes] no se leyó hasta el final
   *[no] no se leyó
}, porque { $seconds ->
    [one] pasó { NUMBER($seconds, useGrouping: 0) } segundo, el tiempo
   *[other] pasaron los { NUMBER($seconds, useGrouping: 0) } segundos
} para toda la carpeta; aumente [reading] total_seconds o divida la carpeta{ files-left }.
files-left = { $files ->
    [0] { "" }
    [one] ; quedó sin leer { $files } de sus archivos
   *[other] ; quedaron sin leer { $files } de sus archivos
}

## Documents.

# What comes before the sentence where the text of scanned pages ($scanned) could not be recognised.
recognition-failed = falló el reconocimiento de texto (OCR) de p. { $scanned }: el documento
# $suffix is the ending of its name, or nothing.
format-unknown = tiene un formato que no se lee ({ COUNT($suffix) ->
    [0] sin extensión
   *[other] { LIST($suffix) }
}); guárdelo como docx o pdf.
misnamed = no es { format-name } aunque su nombre lo diga; guárdelo como docx o pdf.
misnamed-damaged = no es { format-name } aunque su nombre lo diga: está dañado; guárdelo como docx o pdf.
format-name = { $format ->
    [word] un documento de Word
    [old-word] un documento de Word 97-2003
    [pdf] un PDF
    [rich-text] un texto enriquecido
    [epub] un libro EPUB
    [zip] un archivo comprimido zip
    [course] un paquete de curso
    [mail] un mensaje de correo
    [old-slides] una presentación de PowerPoint 97-2003
    [slides] una presentación de PowerPoint
    [workbook] un libro de cálculo
    [opendocument] un archivo OpenDocument
    [web-archive] una página web en un solo archivo
    [web] una página web
    [markdown] Markdown
    [text] texto sin formato
    [csv] una tabla CSV
   *[tsv] una tabla TSV
}
shortcut = es un acceso directo a Google Drive y no contiene texto; descargue el documento mismo como docx.
old-office = está en un formato antiguo de Office que no se lee; ábralo y guárdelo como docx o pdf.
no-library = necesita una biblioteca que no se puede cargar ({ $reason }); instale curalign de nuevo.
deep-document = es más grande o más profundo por dentro que un documento (¿una bomba zip?); elimínelo o guárdelo de nuevo.
bomb = al descomprimirse ocupa mucho más que un documento (¿una bomba zip?); elimínelo.
simpler-reader = se leyó con un lector más sencillo, porque falló el habitual: mire si sus tablas y títulos están completos.
# $sheets are the numbers of sheets; nothing where the file is one table.
too-long = solo se leyeron las primeras { NUMBER($most, useGrouping: 0) } filas de { COUNT($sheets) ->
    [0] la tabla
   *[other] { EACH($sheets, before: "hoja ") }
}: las tablas más largas son datos, no enseñanza.
wide-rows = solo se leyeron las primeras { $most } celdas de { $rows ->
    [one] una fila
   *[other] { $rows } filas
}: las tablas más anchas son datos, no enseñanza.
# What is not read on purpose, each as a number: paragraphs with hidden words, with words struck out, with words that a
# tracked change deletes or moves away; comments; hidden slides, rows, columns and sheets of a workbook.
left-out = contiene lo que se omite a propósito: { $hidden ->
    [0] { "" }
    [one] texto oculto en { $hidden } párrafo;{ " " }
   *[other] texto oculto en { $hidden } párrafos;{ " " }
}{ $struck ->
    [0] { "" }
    [one] texto tachado en { $struck } párrafo;{ " " }
   *[other] texto tachado en { $struck } párrafos;{ " " }
}{ $deleted ->
    [0] { "" }
    [one] cambios que borran en { $deleted } párrafo;{ " " }
   *[other] cambios que borran en { $deleted } párrafos;{ " " }
}{ $comments ->
    [0] { "" }
    [one] { $comments } comentario;{ " " }
   *[other] { $comments } comentarios;{ " " }
}{ $slides ->
    [0] { "" }
    [one] { $slides } diapositiva oculta;{ " " }
   *[other] { $slides } diapositivas ocultas;{ " " }
}{ $rows ->
    [0] { "" }
    [one] { $rows } fila oculta;{ " " }
   *[other] { $rows } filas ocultas;{ " " }
}{ $columns ->
    [0] { "" }
    [one] { $columns } columna oculta;{ " " }
   *[other] { $columns } columnas ocultas;{ " " }
}{ $sheets ->
    [0] { "" }
    [one] { $sheets } hoja oculta;{ " " }
   *[other] { $sheets } hojas ocultas;{ " " }
}muéstrelo, o escríbalo en el texto, si se quiere decir.
equation-pictures = contiene { $count ->
    [one] una ecuación que es una imagen
   *[other] { $count } ecuaciones que son imágenes
} (de MathType o del antiguo Editor de ecuaciones), que no se pueden leer; convierta lo que importa en ecuaciones de Office.
no-text = no contiene texto, así que no se pudo juzgar; revise que sea el archivo correcto.
# $pages are such as 3-5, 7; $of is how many there are in all.
blank-pages = { $count ->
    [one] la página { $pages } de { NUMBER($of, useGrouping: 0) } no tiene
   *[other] las páginas { $pages } de { NUMBER($of, useGrouping: 0) } no tienen
} texto legible; { scanned-perhaps }.
blank-document = el documento entero no tiene texto legible; { scanned-perhaps }.
scanned-perhaps = quizá está escaneado: ponga [reading] ocr = true para reconocer su texto con Tesseract, o guárdelo con su texto
recognised-pages = p. { $pages } de { NUMBER($of, useGrouping: 0) }: contiene solo imágenes de texto, que se leyó por reconocimiento de texto (OCR); este se equivoca, así que mire ahí antes de fiarse de una cita.

## Archives and course packages, and the files in them.

no-documents-inside = no contiene ningún documento, así que no se pudo juzgar.
silent-members = contiene { $count ->
    [one] { $count } imagen, sonido o película, cuyo contenido no se lee
   *[other] { $count } imágenes, sonidos o películas, cuyo contenido no se lee
}.
archive-too-deep = es un archivo comprimido en otro que está en un tercero; descomprímalo.
archive-in-course = es un archivo comprimido dentro de un curso; póngalo por separado en la carpeta del currículo.
archive-too-large = contiene más de { $files } archivos o { SIZE($size) } sin comprimir; el resto no se leyó.
more-members = y { $count ->
    [one] no se pudo leer { $count } archivo más
   *[other] no se pudieron leer { $count } archivos más
} de este archivo comprimido; descomprímalo para ver cuáles.
course-damaged = está dañado, así que no se conocen los módulos ni los títulos del curso; exporte el curso de nuevo.
member-missing = lo nombra el curso y no está en su paquete; exporte el curso de nuevo.
member-doubled = tiene un nombre que también tiene otro archivo de ahí.
member-outside = tiene una ruta que sale del archivo comprimido; quítelo de ahí.
member-link = es un enlace a otro archivo; ponga ahí el archivo mismo.
member-damaged = está dañado dentro de su archivo comprimido; comprímalo de nuevo.

## What lies in a district's folder and is not read.

picture = es una imagen, cuyo texto no se lee; póngala en un documento con su texto.
media = es sonido, película o tipo de letra, que no se lee.
no-standards-file = no es un archivo de estándares y no se leyó; los estándares son JSON, CSV, XLSX o XML.
no-results-file = no es un archivo de resultados y no se leyó; los resultados son CSV, XLSX, JSON o XML, sin comprimir.
# $curriculum and $pd are the folder for each, or nothing.
outside-folders = está fuera de { COUNT($curriculum) ->
    [0] una carpeta nombrada en curalign.toml
   *[other] { $curriculum }/
} y de { COUNT($pd) ->
    [0] una carpeta nombrada en curalign.toml
   *[other] { $pd }/
}, así que no se leyó; muévalo, o nombre su carpeta en curalign.toml bajo [district].
several-documents = es un archivo comprimido de { $count } documentos; descomprímalo y dé uno de ellos.
no-words = no contiene texto.

## Standards files. $names are the first codes or places, $more counts the others.

first-names = { PLACES($names, $more) }
codes-without-statement = { first-names }: se dejó fuera un código sin enunciado: añada el enunciado.
codes-twice-in-file = { first-names }: un código tiene varios enunciados; se conservan todos, pero las citas van al primero: dé a cada uno el suyo.
codes-twice = { first-names }: aparecen aquí con otras palabras; se conservan todos, pero las citas van al primero: dé a cada uno su propio código.
circle-cut = { first-names }: los estándares superiores forman un círculo, que se cortó: corrija el estándar superior.
circle-between-files = { first-names }: los estándares superiores que dan varios archivos forman un círculo, que se cortó: corrija el estándar superior.
associations-changed = { first-names }: estas asociaciones tienen otro tipo u otros extremos en un archivo anterior, que es el que cuenta: quite uno de los archivos.
# $kind: standards or results.
only-header = { $kind ->
    [results] tiene un encabezado y ningún resultado debajo; expórtelo de nuevo
   *[standards] tiene un encabezado y ningún estándar debajo; descárguelo de nuevo o elimínelo
}.
too-deep = anida sus valores demasiado para ser { $kind ->
    [results] resultados
   *[standards] un marco de estándares
}; expórtelo de nuevo.
other-xml = es XML de un tipo que no contiene estándares; descárguelo de nuevo, o guarde los estándares como CSV, XLSX o CASE JSON.
# $wrong: kind (it is JSON), syntax (with $line and $reason, the parser's words), deep, number or other.
other-json = { $wrong ->
    [kind] es JSON de un tipo que no contiene estándares
    [syntax] no es JSON válido (línea { NUMBER($line, useGrouping: 0) }: { $reason })
    [deep] no es JSON válido (sus valores están demasiado anidados)
    [number] no es JSON válido (un número es demasiado largo)
   *[other] no es JSON válido (no hay ningún objeto JSON)
}; descárguelo de nuevo, o guarde los estándares como CSV, XLSX o CASE JSON.
no-statements = es { framework-format } y no contiene ningún estándar con enunciado; descárguelo de nuevo o elimínelo.
framework-format = { $format ->
    [case] CASE JSON
    [case-documents] la lista de documentos de CASE
    [own-lines] JSON por líneas de curalign
    [common-standards] JSON de Common Standards Project
    [asn] ASN JSON
    [asn-rdf] ASN RDF-JSON
    [corestandards] XML de corestandards
    [edfi] XML de Ed-Fi
    [learning-commons] JSONL de Learning Commons
    [catalogue] la lista de marcos de Learning Commons
    [records] una lista de registros (JSON, JSONL)
   *[table] una tabla (CSV, TSV, XLSX, XLS, ODS)
}
# $cells are what may have been meant for a header, $hidden the names of hidden sheets, or nothing.
no-columns = no tiene ninguna columna de códigos y enunciados: { COUNT($cells) ->
    [0] no hay ninguna fila de varias celdas
   *[other] hay { $cells }
}{ COUNT($hidden) ->
    [0] { "" }
   *[other] { " " }(las hojas ocultas no se leen: { $hidden })
}; llame a las columnas code, statement, grades, subject y parent en una fila encima de los estándares (code y statement hacen falta, las demás ayudan), diga en curalign.toml, bajo [columns], cómo se llaman, o deje que `curalign standards import` las encuentre.
hidden-sheet = la hoja { $sheet } está oculta y se dejó fuera; muéstrela en el libro si debe contar.
cell-cut = tiene una celda dañada bajo { $column } ({ at-row }), como cuando una hoja de cálculo corta una larga; convierta los estándares de nuevo, o vacíe la celda para seguir sin lo que contenía.
no-nodes = no contiene estándares; una nodes.jsonl y relationships.jsonl en un archivo.

## Results.

hidden-sheets = { $count ->
    [one] se dejó fuera { $count } hoja oculta
   *[other] se dejaron fuera { $count } hojas ocultas
}; muestre en el libro lo que deba contar.
groups-named = tiene grupos que parecen nombres de personas; los resultados se leen solo por grupo: llame a cada grupo por lo que es, como Grado 3, Aula 12 o Escuela Lincoln.
of-pupils = parece hablar de estudiantes individuales en la columna { NUMBER($column, useGrouping: 0) }; los resultados se leen solo por grupo: quítela, o exporte un análisis de ítems.
no-result-column = no tiene la columna '{ $column }'; los resultados necesitan { $needed }, y pueden tener group.
row-doubled = el mismo resultado está en una línea anterior; la fila se dejó fuera.
row-nameless = item_id y standard_code no deben estar vacíos; la fila se dejó fuera.
row-numbers = max_points debe ser mayor que 0 y n un número entero de estudiantes; la fila se dejó fuera.
row-few = n es { NUMBER($pupils, useGrouping: 0) }, y menos de { NUMBER($fewest, useGrouping: 0) } estudiantes no son un grupo; la fila se dejó fuera.
row-share = p_value debe estar entre 0 y 1, o ser un porcentaje con su signo, y es { $cell }; la fila se dejó fuera.
# $cell: empty or other.
row-no-number = { $column } debe ser un número y { $cell ->
    [empty] está vacío
   *[other] no lo es
}; la fila se dejó fuera.
no-tree = no es JSON ni XML aunque su nombre lo diga; expórtelo de nuevo.
tree-damaged = está dañado o no contiene nada; expórtelo de nuevo.
no-known-results = no contiene resultados conocidos; se leen como análisis de ítems (CSV), Ed-Fi (JSON, XML) y OneRoster 1.2 (JSON, CSV).
no-scores = dice qué se evaluó y no contiene ninguna puntuación; exporte también las puntuaciones.
no-score-standards = no contiene puntuaciones de ningún estándar: dé a los elementos evaluados sus objetivos de aprendizaje, o exporte un análisis de ítems como CSV.

# $called: item (with $item, its title), nobody (it could be a person's name) or untold (no file tells of it).
this-item = { $called ->
    [item] { $item }
    [nobody] un ítem cuyo título podría ser un nombre
   *[untold] elementos evaluados de los que ningún archivo habla
}
some-scores = { $scores ->
    [one] { $scores } puntuación
   *[other] { $scores } puntuaciones
}
scores-no-standard = { this-item }: { some-scores } sin estándar; nombre uno para el ítem.
scores-no-points = { this-item }: { some-scores } con un nivel y sin puntos, que no es una parte de los puntos; exporte puntuaciones brutas.
scores-no-maximum = { this-item }: { some-scores } sin máximo; exporte también los objetivos o los elementos de la prueba.
scores-out-of-range = { this-item }: { some-scores } por debajo de 0 o por encima del máximo; { $scores ->
    [one] corríjala
   *[other] corríjalas
}.
scores-of-several = { this-item }: { some-scores } { $scores ->
    [one] cuenta
   *[other] cuentan
} para cada uno de sus { NUMBER($standards, useGrouping: 0) } estándares, que no distingue.
lone-pupil = { this-item }: un solo estudiante no es un grupo; se dejó fuera.

## Labels, truths, and what a table names.

row-no-file = { at-row }: no tiene archivo; escriba la ruta del documento etiquetado.
row-no-code = { at-row }: no tiene código; escriba el del estándar.
row-no-truth = { at-row }: su truth no es full, partial, list ni none; escriba uno.
row-no-pd = { at-row }: su pd no es yes ni no; escriba uno, o nada.
row-no-text = { at-row }: no tiene texto; llene su columna text, o quite la fila.
row-no-json = { at-row }: no es JSON ({ $reason }); escriba un objeto por línea.
row-no-object = { at-row }: no es un objeto; escriba un objeto por línea, con text y codes.
row-broken = { at-row }: no se puede dividir en celdas ({ $reason }); busque una comilla que falte.
no-label-column = no tiene la columna '{ $column }' entre las { NUMBER($columns, useGrouping: 0) } de su primera fila; dé ese nombre a una.
no-code-known = ninguno de sus códigos está en el marco de estándares; nombre el marco al que pertenecen.
labels-not-opened = no se puede abrir ({ $reason }); revise su nombre y sus permisos.
# $what (code or file) is named, where its shape says that it is one: $named are the first, $more counts the others,
# $unsaid the cells that hold none.
told-cells = { COUNT($named) ->
    [0] { unsaid-cells }
   *[other] { $named }{ $more ->
        [0] { "" }
       *[other] { " " }y { NUMBER($more, useGrouping: 0) } más
    }{ $unsaid ->
        [0] { "" }
       *[other] , y { unsaid-cells }
    }
}
unsaid-cells = { $unsaid ->
    [one] { $unsaid } celda que no contiene
   *[other] { $unsaid } celdas que no contienen
} ningún { $what ->
    [file] archivo
   *[code] código
}
# $kind: standards, documents or codes.
not-in-district = nombra { $kind ->
    [standards] estándares
    [documents] documentos
   *[codes] códigos
} que este distrito no tiene: { told-cells }; corrija esas filas.
# $left: text, codes or it.
codes-lacking = nombra { told-cells }, que no está en el marco de estándares; { $left ->
    [text] el texto se dejó fuera
    [codes] se tomaron los demás códigos del texto
   *[it] se dejó fuera
}.
# $document and $lesson as they stand in quotation marks, or nothing.
the-label = la etiqueta de { COUNT($document) ->
    [0] algo que no es un archivo
   *[other] { $document }
}, lección { COUNT($lesson) ->
    [0] por su título
   *[other] { $lesson }
},
label-no-unit = { the-label } no nombra ninguna unidad que tenga texto, o nombra más de una; escriba su ruta completa; se dejó fuera.
label-no-heading = { the-label } no nombra ningún título con texto; escriba el título o su número; se dejó fuera.

## Archivos de otros programas.

other-program = { $program ->
    [iwork] es un documento de Pages, Numbers o Keynote, que solo esos programas leen; expórtelo desde ahí como Word, Excel, PowerPoint o PDF.
    [moodle] es una copia de seguridad de un curso de Moodle; en Moodle, haga la copia del curso como IMS Common Cartridge.
    [blackboard] es un paquete de curso que solo Blackboard lee; en Blackboard, exporte el curso como paquete Common Cartridge.
    [classroom] es lo que Google Classroom guarda de una clase, con lo que entregaron los alumnos; copie en un documento las tareas que importen, y guárdelo como docx o pdf.
    [h5p] es una actividad H5P, cuyo texto no se lee; guarde lo que pide como docx o pdf junto a ella.
    [onenote] es un cuaderno de OneNote; en OneNote, exporte sus páginas como docx o pdf.
    [smart] es un archivo de SMART Notebook; en ese programa, expórtelo como pdf.
    [activinspire] es un rotafolio de ActivInspire; en ese programa, expórtelo como pdf.
    [excel-xml] es un libro en el XML de Excel 2003; ábralo en Excel y guárdelo como xlsx.
    [word-xml] es un documento en el XML de Word; ábralo en Word y guárdelo como docx.
   *[link] es solo un enlace a una página web; guarde la página misma como pdf o HTML.
}
other-archive = es un archivo comprimido de un tipo que no se lee; descomprímalo en esta carpeta o comprímalo como zip.
attached-files = contiene { $count ->
    [one] un archivo adjunto que no se lee
   *[other] { $count } archivos adjuntos que no se leen
}: { LIST($names) }; guarde lo que importe en esta carpeta.
