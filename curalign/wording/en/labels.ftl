# Labels: where something stands, what sheets and columns are called, and other words that stand alone.

# Where a passage or a row stands; $n is a number, several, a sheet's name, or nothing for words that were recognised in a picture.
spot = { $unit ->
    [ocr] read by OCR
    [page] p. { $n }
    [slide] slide { $n }
    [sheet] sheet { $n }
    [line] line { $n }
    [record] record { $n }
    [column] column { $n }
    [number] number { $n }
    [standard] standard { $n }
   *[row] row { $n }
}

# The strand of standards that nothing tells apart.
strand-everything = All standards

## The workbook of a report. Sheets have at most 31 characters and none of []:*?/\.

sheet-name = { $sheet ->
    [summary] Summary
    [coverage] Coverage
    [evidence] Evidence
    [findings] Findings
    [plan] Plan
    [method] Method
   *[review] Review
}

# The titles of the sheet Review, which can be read back in every language: each has to be another word.
review-column = { $column }
# What is chosen there, each in its own column; they stand in one list, so no commas.
review-choice = { $column ->
   *[any] { $choice }
}

## What the judge and the encoder say of themselves.

judge-uncalibrated = The judge was not calibrated for this encoder: read its probabilities as an order, not as chances.
judge-stale = The curves of this judge were fitted to what an earlier version made of documents, so no standard is called taught or not taught: fit it again with `curalign train judge`.
encoder-for-tests = hashing encoder: for tests only, not for decisions
# $measured are the subjects it was measured on, $strange others, $more counts the rest of those; $nameless: yes or no.
judge-limits = How far to trust the probabilities was measured on labels of { SUBJECTS($measured) }, and not on { $nameless ->
    [yes] standards that state no subject{ COUNT($strange) ->
        [0] { "" }
       *[other] , { $strange }
    }
   *[no] { $strange }
}{ $more ->
    [0] { "" }
   *[other] , { $more } more
}: read those as an order, not as chances, or measure them on lessons that you label (curalign evaluate).
# $key is $name in small letters, with hyphens.
subject-name = { $key ->
   *[other] { $name }
}

## What commands say.

wrote = Wrote { $file }
review-served = Review, on this computer only (Ctrl-C ends it):

# The districts that a judge was measured on; $key is $name in small letters, with hyphens.
card-district = { $key ->
   *[other] { $name }
}

## What `curalign explain` says of one standard.

explain-not-compared = No document was compared with it: the district does not answer for its grade.
explain-unreadable = There was nothing readable to judge by.
explain-nothing-near = No passage comes near it.
explain-no-documents = unknown, because no unit document is for it
# $strength is how far documents reach the standard, in two or three words.
explain-found = { $strength }, best probability { $chance }, { $count ->
    [one] { $count } passage
   *[other] { $count } passages
} at least partial
explain-verdict = { $verdict ->
    [taught] taught
    [not_taught] not taught
    [cannot_tell] cannot tell
   *[no_documents] no documents to judge by
} (probability that it is taught { $chance }); { $found }
# $more and $less are codes of standards, $likely and $unlikely their probabilities.
explain-why-not = Why { $more } ({ $likely }) and not { $less } ({ $unlikely })?
# Behind what a signal says of one standard: what it says of the other.
explain-beside = ; for { $code } { $value }
# $by: rivals (standards compete for the passage) or odds.
explain-ratio = in all: { $by ->
    [rivals] { $code } is { $times } times as likely
   *[odds] its odds are { $times } times as high
}
explain-instead = more likely about { $code } ({ $chance })
explain-cited = Cited in:
explain-more-places = and { $count ->
    [one] { $count } more place
   *[other] { $count } more places
}
# What a passage does in its document.
explain-role = { $role }
explain-no-evidence = { $role }, which is no evidence
# How long something is taught; $number is $count as it is printed.
explain-time = { $count ->
    [one] { $number } { $unit }
   *[other] { $number } { $unit }s
}
explain-sum = log-odds in all: probability { $chance }
