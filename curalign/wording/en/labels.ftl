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
