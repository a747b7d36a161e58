# What is wrong with a file, as the end of a sentence that its name begins: "holds no text, ...".

too-little-text = { $words ->
        [0] holds no text
        [one] holds only { $words } word of its own
       *[other] holds only { $words } words of its own
    }, too little to judge; if its content is in pictures, add a file with the text.

other-language = seems to be in { language-name }, which was not judged for; add '{ $language }' to segmenting.languages if the encoder knows that language.

language-name = { $language ->
    [en] English
    [es] Spanish
    [fr] French
    [pt] Portuguese
    [de] German
    [it] Italian
    [vi] Vietnamese
    [ht] Haitian Creole
    [tl] Tagalog
    [ru] Russian or a neighbour of it
    [ar] Arabic
    [he] Hebrew
    [el] Greek
    [hi] Hindi
    [bn] Bengali
    [zh] Chinese
    [ja] Japanese
    [ko] Korean
    [th] Thai
    [am] Amharic
    [km] Khmer
    [lo] Lao
    [my] Burmese
   *[other] { $language }
}

## Where a row stands, in a sentence. $sheet is the name of its sheet in a workbook, or nothing; $noun is row or record.

at-row = { COUNT($sheet) ->
    [0] { $noun ->
        [record] record
       *[row] row
    } { NUMBER($row, useGrouping: 0) }
   *[other] sheet { LIST($sheet) }, row { NUMBER($row, useGrouping: 0) }
}

## Files that cannot be opened. $reason is what the system says, in its own words.

folder-closed = is a folder that may not be opened; change its permissions.
vanished = cannot be opened, because it is gone; run the check again when nobody is changing the folder.
changed = changed while it was read; run the check again when nobody is writing to it.
link-nowhere = is a link that leads nowhere or may not be followed; put the file itself here.
link-elsewhere = is a link to another place and is not followed; copy the files into this folder.
no-regular-file = is a pipe, socket or device and no file; remove it.
a-folder = is a folder; name the files in it.
not-there = is not there; check the path.
no-path = cannot be read ({ $reason }); check the path and its permissions.
not-opened = cannot be opened ({ $reason }); check the drive it is on.
may-not-read = may not be read by this user; change its permissions.
# Both in bytes.
too-large = is { SIZE($size) }, larger than the { SIZE($most) } that are read; split it.
# $kind: data (standards, results), labels or document.
empty = is empty; { $kind ->
    [data] fetch it again or remove it
    [labels] restore it from a copy
   *[document] restore it from a copy or remove it
}.
# $kind: document, workbook or member (of an archive).
locked = { $kind ->
    [workbook] is locked with a password; save a copy without one
    [member] is protected with a password; unpack the archive into this folder
   *[document] is protected with a password; open it and save it without one
}.

## Files that are not what they should be. $kind: document or workbook.

damaged = is damaged or cut short; open it, and save it again as { save-as }.
save-as = { $kind ->
    [workbook] a workbook or CSV
   *[document] docx or pdf
}
binary = is not text, nor any kind of file that is read here; save it as CSV, XLSX or JSON.
web-page = is a web page; download the file itself and not the page around it.
# $reason is what the parser says, in English.
xml-broken = is not valid XML at line { NUMBER($line, useGrouping: 0) } ({ $reason }); export it again.
xml-deep = has XML nested more than { $most } deep, which no file needs; export it again.
xml-doctype = has a document type declaration, where XML bombs hide and which nothing needs; save it again without.
workbook-broken = is not a workbook that can be read ({ $reason }); save it again, or as CSV.
workbook-bomb = unpacks into far more than a table holds; save it again, or as CSV.
far-cell = has a cell far outside the table; delete it, or save the sheet as CSV.
cells-broken = cannot be split into cells at { at-row } ({ $reason }); look for a missing quote.
too-wide = has { $columns } columns in { at-row }; save it with its own columns only.

## The process that reads files, and its limits.

reader-killed = was not read, because something else on this computer ended the reader, as a system short of memory does; close other programs and run the check again.
reader-crashed = ended the reader: it is damaged; open it, and save it again as { save-as }.
reader-no-start = The document reader could not start; raise [reading] megabytes, or install curalign again.
reader-closed = The document reader has been closed.
out-of-memory = needs more memory than there is; close other programs, or split it.
too-little-memory = needs more memory than a document is given; split it, or raise [reading] megabytes.
too-much-memory = needs more than { NUMBER($megabytes, useGrouping: 0) } MB of memory; split it, or raise [reading] megabytes.
# $files is how many files of an archive were left over.
too-slow = took longer than { NUMBER($seconds, useGrouping: 0) } seconds; split it, or raise [reading] seconds{ files-left }.
# $begun: yes or no.
folder-too-slow = { $begun ->
    [yes] was not read to its end
   *[no] was not read
}, because the { NUMBER($seconds, useGrouping: 0) } seconds for the whole folder were over; raise [reading] total_seconds, or split the folder{ files-left }.
files-left = { $files ->
    [0] { "" }
    [one] , so { $files } file of it was not read
   *[other] , so { $files } files of it were not read
}

## Documents.

# What comes before the sentence where the text of scanned pages ($scanned) could not be recognised.
recognition-failed = text recognition (OCR) of p. { $scanned } failed: it
# $suffix is the ending of its name, or nothing.
format-unknown = has a format that is not read ({ COUNT($suffix) ->
    [0] no extension
   *[other] { LIST($suffix) }
}); save it as docx or pdf.
misnamed = is not { format-name } although its name says so; save it as docx or pdf.
misnamed-damaged = is not { format-name } although its name says so: it is damaged; save it as docx or pdf.
format-name = { $format ->
    [word] a Word document
    [old-word] a Word 97-2003 document
    [pdf] a PDF
    [rich-text] a rich text
    [epub] an EPUB book
    [zip] a zip archive
    [course] a course package
    [mail] a mail message
    [old-slides] a PowerPoint 97-2003 deck
    [slides] a PowerPoint deck
    [workbook] a workbook
    [opendocument] an OpenDocument file
    [web-archive] a web page in one file
    [web] a web page
    [markdown] Markdown
    [text] plain text
    [csv] a CSV table
   *[tsv] a TSV table
}
shortcut = is a shortcut to Google Drive and holds no text; download the document itself as docx.
old-office = is in an old Office format that is not read; open it and save it as docx or pdf.
no-library = needs a library that cannot be loaded ({ $reason }); install curalign again.
deep-document = is larger or deeper inside than a document is (a zip bomb?); remove it or save it again.
bomb = unpacks to far more than a document holds (a zip bomb?); remove it.
simpler-reader = was read by a simpler reader, because the usual one failed: look whether its tables and headings are whole.
# $sheets are the numbers of sheets; nothing where the file is one table.
too-long = only the first { NUMBER($most, useGrouping: 0) } rows of { COUNT($sheets) ->
    [0] the table
   *[other] { EACH($sheets, before: "sheet ") }
} were read: longer tables are data, not teaching.
wide-rows = only the first { $most } cells of { $rows ->
    [one] one row
   *[other] { $rows } rows
} were read: wider tables are data, not teaching.
# What is not read on purpose, each as a number: paragraphs with hidden words, with words struck out, with words that a
# tracked change deletes or moves away; comments; hidden slides, rows, columns and sheets of a workbook.
left-out = holds what is left out on purpose: { $hidden ->
    [0] { "" }
    [one] hidden text in { $hidden } paragraph;{ " " }
   *[other] hidden text in { $hidden } paragraphs;{ " " }
}{ $struck ->
    [0] { "" }
    [one] text struck out in { $struck } paragraph;{ " " }
   *[other] text struck out in { $struck } paragraphs;{ " " }
}{ $deleted ->
    [0] { "" }
    [one] tracked deletions in { $deleted } paragraph;{ " " }
   *[other] tracked deletions in { $deleted } paragraphs;{ " " }
}{ $comments ->
    [0] { "" }
    [one] { $comments } comment;{ " " }
   *[other] { $comments } comments;{ " " }
}{ $slides ->
    [0] { "" }
    [one] { $slides } hidden slide;{ " " }
   *[other] { $slides } hidden slides;{ " " }
}{ $rows ->
    [0] { "" }
    [one] { $rows } hidden row;{ " " }
   *[other] { $rows } hidden rows;{ " " }
}{ $columns ->
    [0] { "" }
    [one] { $columns } hidden column;{ " " }
   *[other] { $columns } hidden columns;{ " " }
}{ $sheets ->
    [0] { "" }
    [one] { $sheets } hidden sheet;{ " " }
   *[other] { $sheets } hidden sheets;{ " " }
}show it, or write it into the text, where it is meant.
equation-pictures = holds { $count ->
    [one] an equation that is a picture
   *[other] { $count } equations that are pictures
} (of MathType or the old Equation Editor), which cannot be read; convert what matters to Office equations.
no-text = holds no text, so it could not be judged; check that it is the right file.
# $pages are such as 3-5, 7; $of is how many there are in all.
blank-pages = { $count ->
    [one] page { $pages } of { NUMBER($of, useGrouping: 0) } holds
   *[other] pages { $pages } of { NUMBER($of, useGrouping: 0) } hold
} no readable text; { scanned-perhaps }.
blank-document = the whole document holds no readable text; { scanned-perhaps }.
scanned-perhaps = scanned, perhaps: set [reading] ocr = true to recognise its text with Tesseract, or save it with its text
recognised-pages = p. { $pages } of { NUMBER($of, useGrouping: 0) }: holds only pictures of text, which was read by text recognition (OCR); it makes mistakes, so look there before you rely on a quote.

## Archives and course packages, and the files in them.

no-documents-inside = holds no document, so it could not be judged.
silent-members = holds { $count ->
    [one] { $count } picture, sound or film
   *[other] { $count } pictures, sounds or films
}, whose content is not read.
archive-too-deep = is an archive in an archive in an archive; unpack it.
archive-in-course = is an archive inside a course; add it to the curriculum folder by itself.
archive-too-large = holds more than { $files } files or { SIZE($size) } unpacked; the rest was not read.
more-members = and { $count ->
    [one] { $count } more file
   *[other] { $count } more files
} of this archive could not be read; unpack it to see which.
course-damaged = is damaged, so the modules and titles of the course are not known; export the course again.
member-missing = is named by the course and not in its package; export the course again.
member-doubled = has a name that another file there has too.
member-outside = has a path that leads out of the archive; remove it from there.
member-link = is a link to another file; put the file itself there.
member-damaged = is damaged inside its archive; pack the archive again.

## What lies in a district's folder and is not read.

picture = is a picture, whose text is not read; put it into a document with its text.
media = is sound, film or type, which is not read.
no-standards-file = is not a standards file and was left; standards are JSON, CSV, XLSX or XML.
no-results-file = is not a file of results and was left; results are CSV, XLSX, JSON or XML, unpacked.
# $curriculum and $pd are the folder for each, or nothing.
outside-folders = lies outside { COUNT($curriculum) ->
    [0] a folder named in curalign.toml
   *[other] { $curriculum }/
} and { COUNT($pd) ->
    [0] a folder named in curalign.toml
   *[other] { $pd }/
}, so it was not read; move it, or name its folder in curalign.toml under [district].
several-documents = is an archive of { $count } documents; unpack it and give one of them.
no-words = holds no text.

## Standards files. $names are the first codes or places, $more counts the others.

first-names = { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { NUMBER($more, useGrouping: 0) } more
}
codes-without-statement = { first-names }: a code without a statement was left out: add the statement.
codes-twice-in-file = { first-names }: one code has several statements; all are kept, but citations of it go to the first: give each its own.
codes-twice = { first-names }: stand here with different words; all are kept, but citations go to the first: give each its own code.
circle-cut = { first-names }: the parents go in a circle, which was cut: mend the parent.
circle-between-files = { first-names }: the parents that several files give go in a circle, which was cut: mend the parent.
associations-changed = { first-names }: these associations have another type or other ends in an earlier file, which counts: remove one file.
# $kind: standards or results.
only-header = { $kind ->
    [results] has a header and no results below it; export it again
   *[standards] has a header and no standards below it; fetch it again or remove it
}.
too-deep = nests its values too deeply to be { $kind ->
    [results] results
   *[standards] a framework
}; export it again.
other-xml = is XML of a kind that holds no standards; fetch it again, or save the standards as CSV, XLSX or CASE JSON.
# $wrong: kind (it is JSON), syntax (with $line and $reason, the parser's words), deep, number or other.
other-json = is { $wrong ->
    [kind] JSON of a kind that holds no standards
    [syntax] not valid JSON (line { NUMBER($line, useGrouping: 0) }: { $reason })
    [deep] not valid JSON (values are nested too deeply)
    [number] not valid JSON (a number is too long)
   *[other] not valid JSON (no JSON object)
}; fetch it again, or save the standards as CSV, XLSX or CASE JSON.
no-statements = is { framework-format } and holds no standard with a statement; fetch it again or remove it.
framework-format = { $format ->
    [case] CASE JSON
    [case-documents] CASE's list of documents
    [own-lines] curalign's JSON lines
    [common-standards] Common Standards Project JSON
    [asn] ASN JSON
    [asn-rdf] ASN RDF-JSON
    [corestandards] corestandards XML
    [edfi] Ed-Fi XML
    [learning-commons] Learning Commons JSONL
    [catalogue] Learning Commons' list of frameworks
    [records] records (JSON, JSONL)
   *[table] table (CSV, TSV, XLSX, XLS, ODS)
}
# $cells are what may have been meant for a header, $hidden the names of hidden sheets, or nothing.
no-columns = has no column of codes and statements: found { COUNT($cells) ->
    [0] no row of several cells
   *[other] { $cells }
}{ COUNT($hidden) ->
    [0] { "" }
   *[other] { " " }(hidden sheets are not read: { $hidden })
}; name the columns code, statement, grades, subject and parent in one row above the standards (code and statement are needed, the others help), say in curalign.toml, under [columns], what they are called, or let `curalign standards import` find them.
hidden-sheet = the sheet { $sheet } is hidden and was left out; show it in the workbook if it is meant.
cell-cut = has a damaged cell under { $column } in { at-row }, as when a spreadsheet cuts a long one; convert the standards again, or empty the cell to go on without what it held.
no-nodes = has no standards in it; join nodes.jsonl and relationships.jsonl into one file.

## Results.

hidden-sheets = { $count ->
    [one] { $count } hidden sheet
   *[other] { $count } hidden sheets
} left out; show in the workbook what is meant.
groups-named = has groups that look like names of persons; results are read per group only: call a group what it is, such as Grade 3, Room 12 or Lincoln School.
of-pupils = seems to tell of single pupils in column { NUMBER($column, useGrouping: 0) }; results are read per group only: remove it, or export an item analysis.
no-result-column = lacks the column '{ $column }'; results need { $needed }, and may have group.
row-doubled = the same result stands on a line above; the row was left out.
row-nameless = item_id and standard_code must not be empty; the row was left out.
row-numbers = max_points must be above 0 and n a whole number of pupils; the row was left out.
row-few = n is { NUMBER($pupils, useGrouping: 0) }, and fewer than { NUMBER($fewest, useGrouping: 0) } pupils are no group; the row was left out.
row-share = p_value must be from 0 to 1, or a percentage with its sign, and is { $cell }; the row was left out.
# $cell: empty or other.
row-no-number = { $column } must be a number and is { $cell ->
    [empty] empty
   *[other] none
}; the row was left out.
no-tree = is neither JSON nor XML although its name says so; export it again.
tree-damaged = is damaged or holds nothing; export it again.
no-known-results = holds no results that are known; they are read as item analysis (CSV), Ed-Fi (JSON, XML) and OneRoster 1.2 (JSON, CSV).
no-scores = says what was tested and holds no score; export the scores as well.
no-score-standards = holds scores for no standard: give the line items their learning objectives, or export an item analysis as CSV.

# $called: item (with $item, its title), nobody (it could be a person's name) or untold (no file tells of it).
this-item = { $called ->
    [item] { $item }
    [nobody] an item whose title could be a name
   *[untold] line items that no file tells of
}
some-scores = { $scores ->
    [one] { $scores } score
   *[other] { $scores } scores
}
scores-no-standard = { this-item }: { some-scores } { $scores ->
    [one] has
   *[other] have
} no standard; name one for it.
scores-no-points = { this-item }: { some-scores } { $scores ->
    [one] gives
   *[other] give
} a level and no points, which is not a share of points; export raw scores.
scores-no-maximum = { this-item }: { some-scores } { $scores ->
    [one] has
   *[other] have
} no maximum; export the test's objectives or line items too.
scores-out-of-range = { this-item }: { some-scores } { $scores ->
    [one] lies below 0 or above the maximum; mend it
   *[other] lie below 0 or above the maximum; mend them
}.
scores-of-several = { this-item }: { some-scores } { $scores ->
    [one] counts for each of its { NUMBER($standards, useGrouping: 0) } standards, which it does not tell apart
   *[other] count for each of its { NUMBER($standards, useGrouping: 0) } standards, which it does not tell apart
}.
lone-pupil = { this-item }: one pupil is not a group; left out.

## Labels, truths, and what a table names.

row-no-file = { at-row }: has no file; write the path of the document that is labelled.
row-no-code = { at-row }: has no code; write the standard's.
row-no-truth = { at-row }: its truth is none of full, partial, list and none; write one.
row-no-pd = { at-row }: its pd is neither yes nor no; write one, or nothing.
row-no-text = { at-row }: has no text; fill its column text, or remove the row.
row-no-json = { at-row }: is no JSON ({ $reason }); write one object a line.
row-no-object = { at-row }: is not an object; write one object a line, with text and codes.
row-broken = { at-row }: cannot be split into cells ({ $reason }); look for a missing quote.
no-label-column = lacks the column '{ $column }' among the { NUMBER($columns, useGrouping: 0) } of its first row; give one that name.
no-code-known = none of its codes is in the framework; name the framework that they belong to.
labels-not-opened = cannot be opened ({ $reason }); check its name and permissions.
# $what (code or file) is named, where its shape says that it is one: $named are the first, $more counts the others,
# $unsaid the cells that hold none.
told-cells = { COUNT($named) ->
    [0] { unsaid-cells }
   *[other] { $named }{ $more ->
        [0] { "" }
       *[other] { " " }and { NUMBER($more, useGrouping: 0) } more
    }{ $unsaid ->
        [0] { "" }
       *[other] , and { unsaid-cells }
    }
}
unsaid-cells = { $unsaid ->
    [one] { $unsaid } cell that holds
   *[other] { $unsaid } cells that hold
} no { $what ->
    [file] file
   *[code] code
}
# $kind: standards, documents or codes.
not-in-district = names { $kind ->
    [standards] standards
    [documents] documents
   *[codes] codes
} that this district does not have: { told-cells }; mend those rows.
# $left: text, codes or it.
codes-lacking = names { told-cells }, which the framework lacks; { $left ->
    [text] the text was left out
    [codes] the text's other codes were taken
   *[it] it was left out
}.
# $document and $lesson as they stand in quotation marks, or nothing.
the-label = the label of { COUNT($document) ->
    [0] what is not a file
   *[other] { $document }
}, lesson { COUNT($lesson) ->
    [0] by its heading
   *[other] { $lesson }
},
label-no-unit = { the-label } names no unit that has text, or more than one; write its whole path; it was left out.
label-no-heading = { the-label } names no heading with text; write the heading or its number; it was left out.

## Files of other programs.

other-program = { $program ->
    [iwork] is a document of Pages, Numbers or Keynote, which only these programs read; export it from there as Word, Excel, PowerPoint or PDF.
    [moodle] is a backup of a Moodle course; in Moodle, back the course up as IMS Common Cartridge instead.
    [blackboard] is a course package that only Blackboard reads; in Blackboard, export the course as a Common Cartridge package instead.
    [classroom] is what Google Classroom keeps of a class, with what pupils handed in; copy the assignments that matter into a document, and save it as docx or pdf.
    [h5p] is an H5P activity, whose text is not read; save what it asks as a docx or pdf beside it.
    [onenote] is a OneNote notebook; in OneNote, export its pages as docx or pdf.
    [smart] is a file of SMART Notebook; in that program, export it as pdf.
    [activinspire] is a flipchart of ActivInspire; in that program, export it as pdf.
    [excel-xml] is a workbook in the XML of Excel 2003; open it in Excel, and save it as xlsx.
    [word-xml] is a document in the XML of Word; open it in Word, and save it as docx.
   *[link] is only a link to a web page; save the page itself as pdf or HTML.
}
other-archive = is an archive of a kind that is not read; unpack it into this folder, or pack it as zip.
# $names are those of the first of $count files.
attached-files = holds { $count ->
    [one] an attached file that is
   *[other] { $count } attached files that are
} not read: { LIST($names) }; save what matters into this folder.
