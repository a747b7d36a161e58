# What `suggest`, `standards`, `evaluate` and `train` print.

## suggest

suggest-standard = standard
suggest-probability = probability
suggest-statement = statement
suggest-caveat = This text { $caveat }.
# Ends of the sentence above.
caveat-language = seems to be in { $language }, which was not judged for
caveat-words = has only { $words ->
    [one] { $words } word
   *[other] { $words } words
}, too little to judge

## standards convert, validate, diff

wrote-standards = Wrote { $file }: { $standards ->
    [one] { $standards } standard
   *[other] { $standards } standards
} of { $frameworks ->
    [one] { $frameworks } framework
   *[other] { $frameworks } frameworks
}
# The file's name and a colon stand before it.
flaw-none = nothing is wrong.
# $what is the end of a sentence of which the file is the subject.
flaw-file = The file { $what }
flaw-too-deep = The file nests its values too deeply to be a framework; export it again.
flaw-no-standard = The file holds no standard; fetch it again or remove it.
# $kind is identifier or code, $by the place of the standard that has it.
flaw-taken = The { $kind ->
    [identifier] identifier
   *[code] code
} { $name } is taken by { $by }; give each standard its own.
flaw-no-statement = There is no statement; write it, or remove the standard.
flaw-parent = The parent { $parent } is not in the file; add it, or name another parent.
flaw-circle = The parents go in a circle: this standard stands below itself; name another parent.
flaw-own-parent = The standard is named as its own parent; name another parent.
flaw-grade = { $grades } cannot be read as a grade; write PK, K, 1 to 12, or a range.
flaw-missing = CASE demands { $fields }; add what is missing.
flaw-date = { $field } is { $value } and no date; write it as 2026-07-01.
flaw-association = { $kind } is not an association type of CASE; use one of { $types }, or { $own }.
flaw-child = The child { $child } is not in the file; add it, or remove the association.
flaw-several = The identifier { $identifier } is given to several; give each its own.
# Before a colon and the value.
diff-new = { $field } is new
diff-gone = { $field } is gone
diff-was = { $field } was
diff-is = is
diff-moved = moved from under { $before } to under { $after }
diff-top = the top
diff-association = association

## evaluate

evaluate-measured = { $source }: measured on { $labels ->
    [one] { $labels } label
   *[other] { $labels } labels
}
evaluate-on = measured on
evaluate-interval = 95 % interval
evaluate-one-unit = none: one unit
evaluate-span = { $low } to { $high }
# What is counted, after its number.
evaluate-of = { $of ->
    [texts] texts
    [lessons] lessons
    [pairs] pairs
    [standards] standards
    [labels] labels
   *[other] { $of }
}
evaluate-expected = of { $of ->
    [one] { $of } standard
   *[other] { $of } standards
}, { $expected } are expected to be taught ({ $low } to { $high }, 95 % interval) and { $true } are, which it { $holds ->
    [yes] holds
   *[no] does not hold
}.
evaluate-said = said to be taught
evaluate-standards = standards
evaluate-mean = mean said
evaluate-truly = truly taught
evaluate-left-out = { $labels ->
    [one] { $labels } label
   *[other] { $labels } labels
} could not be used:
evaluate-more = ... and { NUMBER($more, useGrouping: 0) } more; --format json lists them all.
evaluate-without-labels = { $documents ->
    [one] { $documents } unit document
   *[other] { $documents } unit documents
} of { NUMBER($of, useGrouping: 0) } without labels: a standard that only they teach looks untaught to the labels, and U101 recall too low.
evaluate-guaranteed = These labels also raised the thresholds (the guarantee), so U101 is measured on what it was fitted to.
evaluate-partly = { $standards ->
    [one] { $standards } standard
   *[other] { $standards } standards
} taught in part: counted as neither taught nor not taught.
evaluate-cannot-tell = { $documents ->
    [one] { $documents } unit document
   *[other] { $documents } unit documents
} without labels: which standards are not taught cannot be told, so neither can the precision of a verdict.
evaluate-no-verdicts = This judge gives no verdicts on standards, so they were not measured beside the truth.

# What each metric means, after its name and a colon.
metric-hit-1 = the first standard is one of the labels
metric-recall-5 = share of the labels among the first five
metric-recall-10 = share of the labels among the first ten
metric-mrr = 1 / rank of the first label, on average
metric-ndcg-10 = how near the first ten are to the best order
metric-sibling-confusion = less is better: the first is wrong, and a sibling of a label
metric-grade-confusion = less is better: the first belongs to another grade
metric-ece = less is better: how far probabilities are off, over all pairs
metric-ece-of-the-first = the same for each first standard alone
metric-brier = less is better: mean squared error of the probabilities
metric-gaps = standards noticed as gone when all that is labelled with them is taken away, while 5 % (10 %) of those still taught are called gone
metric-left-out-units = the same for whole units, of the standards that only they teach
metric-u101-precision = of the standards called untaught, those that no label teaches
metric-u101-recall = of the standards that no label teaches, those called untaught
metric-u101-false-alarms = less is better: of the labelled standards, those called untaught
metric-taught-precision = of the standards called taught, those that are
metric-taught-recall = of the standards that are taught, those called taught
metric-not-taught-precision = of the standards called not taught, those that are not
metric-not-taught-recall = of the standards that are not taught, those called not taught
metric-cannot-tell = less is better: standards of which neither is said
metric-ece-of-taught = less is better: how far the probability that a standard is taught is off, over five bins
metric-gaps-by-taught = standards not taught that the probability alone finds, while 5 % (10 %) of those taught are called gone

# How far people agree who reviewed, and what their answers taught.
agree-title = Reviews: how far people agree when each answers alone
agree-raters = raters
agree-both = answered by both
agree-same = same answer
agree-all = all people
agree-learned = Reviews: what the answers taught
agree-log-score = log score: of the answers that came later, by the probabilities as measured and as these answers move them; 0 is perfect, 0.69 is guessing.
agree-answers = answers
agree-taught = taught
agree-by-answers = by answers alone
agree-held-out = held out
agree-score = log score
agree-after = after them
agree-span = { $low } to { $high }
agree-count = { $expected } of { $of } ({ $low } to { $high })

## train

train-split = Learning from { $learned }. Held out to measure on: { $held }; whole units, because the lessons of one resemble each other.
train-amount = { $pieces } in { $units ->
    [one] { $units } unit
   *[other] { $units } units
}
train-pieces = { $piece ->
    [passage] { $count ->
        [one] { $count } passage
       *[other] { $count } passages
    }
   *[text] { $count ->
        [one] { $count } text
       *[other] { $count } texts
    }
}
train-base = Starting from { $encoder }, licence: { $licence }.
train-finished = { $file } was trained just so before; nothing is trained again.
train-going-on = Going on from step { NUMBER($step, useGrouping: 0) }, where it was interrupted.
# Before a colon and a command.
train-use = To use it
train-calibrate = To calibrate its probabilities
# After one of the two and a comma, where the command cannot be shown.
train-unsafe = give its path (which is not safe to show as a command).
train-more = ... and { NUMBER($more, useGrouping: 0) } more of { $source }.
train-left-out = { $encoder } has learned from { $units } of these units; they are left out, because a judge must see how sure an encoder is of what it does not know.
train-none-of-these = Every text teaches some standard, so what a passage about none of them looks like is learned only from standards that no school teaches; rows without codes would show it better.
train-wrote-judge = Wrote { $file }, for the encoder { $encoder }. To use them, copy both into the district's folder, check it with --allow-folder-models, and write where they lie in it into its curalign.toml:
gains-title = { $source }, { $units ->
    [one] { $units } held-out unit
   *[other] { $units } held-out units
}
gains-method = { $method ->
    [judges] as check judges
    [ranks] as check ranks
    [similarity] similarity alone
   *[other] { $method }
}
gains-before = before
gains-after = after
gains-gain = gain
gains-one-unit = one unit
gains-nothing = one unit tells nothing of others; label more units to see a difference.
gains-none = no difference beyond chance; more labelled units would tell.
gains-better = better beyond chance: { $metrics }
gains-worse = worse beyond chance: { $metrics }
