# What changes from one run to another, what would change if, what was known before, and where a gap could be closed.
# $kind is unit or pd, $verdict what is said of a standard there.

run-named = “{ $name }” ({ $run })

# One thing other than a document that differs between two runs.
cause = { $what ->
    [curalign] curalign was { $before } and is { $after }
    [encoder] the encoder is another one (was { EXCERPT($before, most: 60) }, is { EXCERPT($after, most: 60) })
    [judge] the judge is another one (was { EXCERPT($before, most: 60) }, is { EXCERPT($after, most: 60) })
    [settings] the settings differ ({ $name }: was { EXCERPT($before, most: 60) }, is { EXCERPT($after, most: 60) })
    [framework] the standards are not the same ones: { $before } gone, { $after } new, { $name } changed
    [grades] the district answered for { EXCERPT($before, most: 60) } and answers for { EXCERPT($after, most: 60) } (grades)
    [subjects] the district answered for { EXCERPT($before, most: 60) } and answers for { EXCERPT($after, most: 60) }
    [documents] { $name ->
        [pd] PD
       *[other] curriculum
    } documents are in one of the two runs only, so nothing is said of their change
   *[package] the library { $name } was { $before } and is { $after }
}

compare-title = { $district }: from { $before } to { $after }
compare-same = Nothing is different: the same documents, judged alike.
compare-alike = Both were judged alike, so what changed comes from the documents.
compare-unlike = The two were not judged alike. What changed may come from that alone, so no gap is called closed or new.
compare-counts = { $kind ->
    [unit] Curriculum
   *[pd] PD
}: { $mode ->
    [if] { $closed } would close, { $new } would open, { $open } would stay open, { $unsure } we cannot tell; { $taught } would stay
   *[runs] { $closed } closed, { $new } new, { $open } still open, { $unsure } we cannot tell; in both { $taught } are
} { $kind ->
    [unit] taught
   *[pd] supported
}.
# $change, $low and $high are numbers of standards with their sign.
compare-change = { $kind ->
    [unit] Standards taught
   *[pd] Standards supported
}: { $change } (between { $low } and { $high } if the passages were drawn again){ $noise ->
    [yes] , which is within the noise
   *[no] { "" }
}.

# $mode: runs (two runs) or if (what would be).
outcome-title = { $outcome ->
    [closed] { $mode ->
        [if] Would close
       *[runs] Closed
    }
    [new] { $mode ->
        [if] Would open
       *[runs] New gaps
    }
    [still_open] { $mode ->
        [if] Would stay open
       *[runs] Still open
    }
    [cannot_tell] Cannot tell
    [still_taught] { $mode ->
        [if] Would stay taught
       *[runs] Taught in both
    }
    [only_before] Only in the earlier run's standards
   *[only_after] Only in the later run's standards
}
# $known: whether there is a probability.
reading = { $verdict ->
    [taught] { $kind ->
        [unit] taught
       *[pd] supported
    }
    [not_taught] { $kind ->
        [unit] not taught
       *[pd] not supported
    }
    [cannot_tell] unclear
   *[no_documents] without a document to judge by
}{ $known ->
    [yes] { " " }({ CHANCE($taught) })
   *[no] { "" }
}
move = { $mode ->
    [if] is { $before }, would be { $after }
   *[runs] was { $before }, is { $after }
}
move-only = { $reading }
move-same = { $mode ->
    [if] as it is, { $reading }
   *[runs] as before, { $reading }
}
doubt = { $doubt ->
    [noise] within the noise: between { $low } and { $high } points if the passages were drawn again
    [verdict] not sure enough to call it a gap or taught in both
    [no_documents] there is no document to judge by in one of the two
    [measure] not judged alike
   *[word] a person's word changed, not the documents
}

trend-title = All runs that are kept
trend-run = Run
trend-name = Name
trend-column = { $kind ->
    [unit] Taught
   *[pd] PD supports
} (of)
trend-open = Not taught
trend-note = Each as it was measured, before anybody's decisions. The interval is how sure the number itself is; it is the same doubt in every run that was judged alike, so a change is surer than its two ends.
trend-break = Not comparable with the row above: { $causes }.
trend-axis = number of standards
compare-cause-title = What else is different
compare-strands = By strand
compare-page-title = { $district }: what changed
compare-column-strand = Strand
compare-column-change = Change

# $added and $left are documents.
what-if-title = What if the folder { COUNT($added) ->
    [0] did not hold { LIST($left, most: 80) }
   *[other] held { LIST($added, most: 80) }{ COUNT($left) ->
        [0] { "" }
       *[other] { " " }and did not hold { LIST($left, most: 80) }
    }
}?
what-if-warning = This is not a check of the district: { what-if-title } It was judged so, and nothing of it was saved.
what-if-nothing = No gap would close or open.
what-if-rest = What would be found then: curalign check with the same options and --format json, or -o FILE.

baseline-counts = Beside the baseline { $file }{ $run ->
    [none] { "" }
   *[other] { " " }({ $run })
}: { $new ->
    [one] { $new } finding is
   *[other] { $new } findings are
} new, { $known } known before. Only what is new can fail the check.
# $what of the baseline is not as it is now; $scope is what it was narrowed to.
baseline-differs = The baseline { $what ->
    [framework] is of other standards, so a finding may be new for that alone
    [scope] was narrowed to { LIST($scope, most: 60) }, so everything else is new here
    [district] is of another district, { LIST($scope, most: 60) }
    [curalign] was made with another version of curalign, so a finding may be new for that alone
    [settings] was made with other settings, so a finding may be new for that alone
   *[model] was made with another model, so a finding may be new for that alone
}.
finding-known = known before
heading-known = { $count ->
    [one] { $count } finding known before
   *[other] { $count } findings known before
}

# Where a standard that no unit teaches could be taught. $school, $when and $neighbours may be nothing; $how: in (extend that
# lesson), after (it teaches what goes before) or none; $days is 0 where no pacing guide says how long the unit is.
suggested-place = { $first ->
    [yes] Suggested place
   *[no] Or
}{ COUNT($school) ->
    [0] { "" }
   *[other] { " " }at { LIST($school, most: 60) }
}: { QUOTE($title, most: 60) } ({ $file }{ COUNT($when) ->
    [0] { "" }
   *[other] , { LIST($when, most: 40) }
}), { $how ->
    [in] extend { QUOTE($lesson, most: 60) }, which comes near
    [after] after { QUOTE($lesson, most: 60) }
   *[none] as a lesson of its own
}{ COUNT($neighbours) ->
    [0] { "" }
   *[other] ; it teaches its neighbours { LIST($neighbours, most: 30) }
}; it carries { $carries ->
    [one] { $carries } standard
   *[other] { $carries } standards
} already{ $days ->
    [0] { "" }
   *[other] { " " }in { $days } school days
}.
no-suggested-place = No unit is of its grade and subject: it needs a unit of its own.
almost-teaches = Nearest: { QUOTE($passage, most: 100) } ({ $file }){ COUNT($has) ->
    [0] { "" }
   *[other] ; it mentions: { LIST($has, most: 60) }
}{ COUNT($lacks) ->
    [0] ; it mentions every part of the standard and does not teach it
   *[other] ; it lacks: { LIST($lacks, most: 60) }
}.
heading-places = Where it could be taught:
