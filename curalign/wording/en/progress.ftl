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
}: { $closed } closed, { $new } new, { $open } still open, { $unsure } we cannot tell; { $taught } { $kind ->
    [unit] taught
   *[pd] supported
} in both.
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
