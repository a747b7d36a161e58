# The summary of a check: in the terminal, at the top of the page, on the first sheet of the workbook.

standards = { $count ->
    [one] { $count } standard
   *[other] { $count } standards
}
headline = Of { $standards }, { $full ->
        [one] { $full } is
       *[other] { $full } are
    } taught in full, { $partial } in part, { $none } not at all{ $unknown ->
        [0] { "" }
       *[other] , { $unknown } could not be judged
    }.
# The same with each number as a link: $full chooses the form, $full-link is what is shown.
page-headline = Of { $standards-link },
    { $full ->
        [one] { $full-link } is
       *[other] { $full-link } are
    } taught in full, { $partial-link } in part, { $none-link } not at all{ $unknown ->
        [0] { "" }
       *[other] , and { $unknown-link } could not be judged
    }.
headline-nothing = There is no standard to judge.
pd-headline = Professional development supports { $full } of the { $taught } that are taught in full, { $partial } of them in part and { $none } not at all.
# Where a judge is calibrated: how many are probably taught, then what is said of each, which need not be as many.
headline-taught = Of { $standards }, { $expected ->
        [one] { $expected } is
       *[other] { $expected } are
    } taught (between { $low } and { $high }). { one-by-one }
pd-headline-taught = Professional development supports { $expected } of { $standards } (between { $low } and { $high }). { pd-one-by-one }
one-by-one = One by one: { $taught } taught, { $not-taught } not taught, { $cannot-tell } we cannot tell{ $no-documents ->
        [0] { "" }
       *[other] ; for { $no-documents } more there is no document to judge by
    }.
pd-one-by-one = One by one: { $taught } supported, { $not-taught } not supported, { $cannot-tell } we cannot tell{ $no-documents ->
        [0] { "" }
       *[other] ; for { $no-documents } more there is no document to judge by
    }.
# The first of these with links: $expected chooses the form.
page-headline-taught = Of { $standards-link }, { $expected ->
        [one] { $expected } is
       *[other] { $expected } are
    } taught (between { $low } and { $high }). One by one: { $taught-link } taught, { $not-taught-link } not taught, { $cannot-tell-link } we cannot tell{ $no-documents ->
        [0] { "" }
       *[other] ; for { $no-documents-link } more there is no document to judge by
    }.
headline-no-documents = Of { $standards }, none can be judged: there is no document to judge by.
# In a table: "31 of 38 (27-34)".
share-taught = { $expected } of { $of } ({ $low }-{ $high })
pd-headline-nothing = There is no PD folder, so nothing is said of professional development.

# What a report was asked to show, where that is not everything.
shown-grades = { GRADES($grades) }
shown-school = school { $school }
shown = Shown: only { $what }, as judged in the check of the whole district.
title-shown = { $district }: only { $what }
# What one school's own units and those of the whole district teach; the numbers beside it are the district's.
school-headline = School { $school }: of { $standards }, { $full ->
        [one] { $full } is
       *[other] { $full } are
    } taught in full, { $partial } in part, { $none } not at all{ $unknown ->
        [0] { "" }
       *[other] , { $unknown } could not be judged
    }.

school-headline-taught = School { $school }: of { $standards }, { $expected ->
        [one] { $expected } is
       *[other] { $expected } are
    } taught (between { $low } and { $high }). { one-by-one }

kind-unit = Curriculum
kind-pd = PD
# How far documents reach a standard, behind a number or a colon.
strength-full = in full
strength-partial = in part
strength-none = not at all
strength-unknown = could not be judged
# What is said of one standard.
judged-unit-taught = taught
judged-unit-not_taught = not taught
judged-unit-cannot_tell = cannot tell
judged-unit-no_documents = no document to judge by
judged-pd-taught = supported
judged-pd-not_taught = not supported
judged-pd-cannot_tell = cannot tell
judged-pd-no_documents = no document to judge by
# The same over a column of numbers, and below a bar: as short as can be.
column-full = full
column-partial = partial
column-none = none
column-unknown = unknown
column-percent = percent
column-estimate = estimate
column-grade = Grade
column-strand = Strand
column-school = School

# Groups of standards.
group-all = District
group-grade = { $grade ->
    [PK] Pre-K
    [K] Kindergarten
   *[other] Grade { $grade }
}
group-no-grade = No grade stated
group-no-subject = No subject stated

count-error = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
count-warning = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
count-note = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
# Before a code and its title: "3 more of U102 Taught thinly".
more-of = { $count } more of
more-left = { $count } more
more-files = and { $count } more
listed-elsewhere = The report and --format json list each of them.
warning = WARNING: { $text }

# What people decided: $owner may have said until when.
signed = { $owner } until { $expires }
verdict-deferred = Deferred on purpose
verdict-wrong = Marked as wrong
decision-by = { $verdict } by { $who }
by = by { $who }
verdict-on = { $verdict }: { $count ->
        [one] { $count } finding
       *[other] { $count } findings
    }, { $by }
gaps-deferred = { $count ->
    [one] { $count } is deferred on purpose
   *[other] { $count } are deferred on purpose
}
gaps-wrong = { $count ->
    [one] { $count } is marked as wrong
   *[other] { $count } are marked as wrong
}
gaps-by-word = { $count ->
    [one] { $count } is so by a person's word
   *[other] { $count } are so by a person's word
}
gaps-decided = of these { $count } { $strength }, { $decided }
kind-decided = { $kind }: { $decided }.

heading-not-judged = Not judged
# $unjudged: "3 standards in the curriculum and 1 standard in PD".
unjudged-unit = { $standards } in the curriculum
unjudged-pd = { $standards } in PD
unjudged-some = Could not be judged: { $unjudged }.
unjudged-none = Every standard could be judged.
unread-some = Not read in full: { $count ->
        [one] { $count } file
       *[other] { $count } files
    }.
unread-none = Every file was read.

heading-how-sure = How sure
bounds = A passage counts as full from probability { THRESHOLD($full) }, as partial from { THRESHOLD($partial) }
bounds-units = in units from { THRESHOLD($full) }, as partial from { THRESHOLD($partial) }
bounds-units-for = in units for { $subject } from { THRESHOLD($full) }, as partial from { THRESHOLD($partial) }
bounds-verdict = A standard is called taught from probability { THRESHOLD($sure) }, not taught up to { THRESHOLD($unsure) }; between them we cannot tell. The number of all that are taught is the sum of these probabilities; the two ends are meant to hold the true number in 19 of 20 districts like those that they were fitted to.
kind-in-full = { $kind } in full: { $sentence }
doubt-none = By the tool's own estimate, a reviewer would accept the best passage of each of them.
doubt-some = By the tool's own estimate, a reviewer would reject the best passage of about { $wrong } of the { $full }.

# What reviewed units promise. $alpha: in a hundred; $subject: of one subject.
reviewed-units = { $count ->
    [one] { $count } unit that you reviewed
   *[other] { $count } units that you reviewed
}
guarantee-overruled = No guarantee: the settings name thresholds of their own; without them, units that you review set them.
guarantee-average = This is an average over units like those that you reviewed, each unit by itself: over several units, standards wrongly called taught add up.
guarantee-all = All standards together
guarantee-holds = { $subject }: of the standards that a unit does not teach, at most { $alpha } in 100 are expected to be called taught; from { $units }.
guarantee-found = Of those that they do teach, { $found } in 100 are.
guarantee-no = No guarantee
guarantee-no-of = { $subject }: no guarantee
guarantee-starts = { $no }; it takes { $needed ->
        [one] { $needed } unit
       *[other] { $needed } units
    } whose lessons you label in labels.csv.
guarantee-lacks = { $no } from { $units }; it takes { $needed }: label { $missing } more in labels.csv.
guarantee-fails = { $no } from { $units }: no probability is high enough for it.

# What `check` ends with.
report-at = Report: { $file }
read-as-page = To read it as a page: { $command }
read-as-page-untyped = To read it as a page, give `curalign report` this folder and -o report.html; its name is not safe to show.
