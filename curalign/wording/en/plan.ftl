# Pupils' results, what is most urgent, and the plan of PD: in the terminal, the page, the workbook and the calendar.

# Troubles with the table of sessions. The file is named before them.
options-kept = holds sessions that could be held, for `curalign plan`; it is not counted as PD that there is.
options-no-column = has no column { $column }; a table of sessions has title, hours, cost and text, and may have audience, grades, capacity, schools, prerequisites, block and date.
option-doubled = names a session that an earlier row has; give each its own title.
option-cell = has { $wrong ->
    [empty] nothing under { $column }; fill it in, or take the row out
    [date] { QUOTE($cell, 40) } under { $column }; write year-month-day, such as 2027-06-30
   *[number] { QUOTE($cell, 40) } under { $column }; write a number, such as 6 or 1200
}.

plan-sessions = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
plan-hours = { $hours ->
    [one] { $number } hour
   *[other] { $number } hours
}
plan-money = ${ $number }

# What is most urgent.
priorities-heading = What is most urgent, by results
priorities-how = Priority = gap x need x reach: the probability that a standard is not taught or has no PD, times the share of points that pupils missed (drawn towards the mean of the test by how few they are), times the pupils tested. Numbers in brackets are 95 % intervals.
priorities-count = { $count ->
    [one] { $count } standard has a priority
   *[other] { $count } standards have a priority
}{ $untested ->
    [0] { "" }
   *[other] ; nobody was tested on { $untested }
}{ $few ->
    [0] { "" }
   *[other] ; for { $few } there are fewer than { $min } pupils
}{ $unjudged ->
    [0] { "" }
   *[other] ; of { $unjudged } we cannot say whether they are taught
}{ $deferred ->
    [0] { "" }
   *[other] ; { $deferred } are put off on purpose
}.
priorities-suppressed = { $count ->
    [one] { $count } result of a school or group is
   *[other] { $count } results of schools or groups are
} not told, because fewer than { $min } pupils stand behind it or it could be worked out from others.
priorities-claims = { $count ->
    [one] { $count } result is
   *[other] { $count } results are
} for several standards together or for a heading ({ LIST($names) }); it is not spread over standards. To say how it is to be spread, write [results] claims in curalign.toml.
priorities-spread = By [results] claims in curalign.toml these results count for each standard of their map: { LIST($names) }.
priorities-uncalibrated = The judge is not calibrated here: gaps stand for full, partial and none, and are no probabilities.
priorities-limits = What this does not show: that pupils would do better if a gap were closed. Alignment is not achievement: agreement of content with standards was not significantly associated with value-added (10.1177/23328584221098761). A low result on one or two items may be the items'. Results of few pupils, and of pupils who were not tested, say little.
priority-line = { $case ->
    [cannot_tell] missed, and we cannot tell whether it is taught
    [unsupported] missed, taught, and without PD
   *[untaught] missed, and not taught
} (taught: { CHANCE($taught) }{ $pd ->
    [none] { "" }
   *[some] ; supported by PD: { CHANCE($supported) }
})
column-rank = Rank
column-standard = Standard
column-priority = Priority
column-gap = Gap
column-need = Need
column-reach = Pupils
column-verdict = Verdict
column-rank-between = Rank between
column-first-five = First 5
column-first-ten = First 10

# The plan.
plan-title = Plan of PD for { $district }
plan-headline = { $sessions } of { $options }, { $hours }{ $limit-hours ->
    [none] { "" }
   *[other] { " " }of { $limit-hours }
}, { $money }{ $limit-money ->
    [none] { "" }
   *[other] { " " }of { $limit-money }
}: they close gaps that { $pupils } times a pupil missed, of { $open } that PD could close.
plan-headline-nothing = No session is worth holding under these limits: none of { $options } closes a gap.
plan-unit = Every pupil who missed a standard counts once for it, times the probability that the gap is one and that the session closes it. It does not say that these pupils will pass.
plan-unit-without-results = There are no results, so every standard counts as one pupil: the plan goes by gaps alone.
plan-proven = The solver proved that no other choice closes more.
plan-unproven = The solver ran out of time: another choice may close up to { $percent } % more.
plan-chosen = Chosen, by what an hour closes
plan-session = { $hours }, { $money }{ $schools ->
    [none] { "" }
   *[other] , for { $schools }
}{ $when ->
    [none] { "" }
   *[other] , { $when }
}
plan-worth = { $pupils } pupils, { $per-hour } an hour; in { CHANCE($kept) } of redrawn plans
plan-closes = closes { $code } ({ $pupils } pupils): { $statement }
plan-untaught = No unit teaches it: PD alone does not close this.
plan-only-required = closes no gap by itself; it is asked for by another session or by a limit
plan-forgone = Forgone
plan-forgone-none = Nothing is forgone: every session is in the plan.
plan-forgone-line = { $hours }, { $money }; would add { $pupils } pupils; in { CHANCE($kept) } of redrawn plans. { $why }
forgone-nothing = Its text supports no standard by our verdict.
forgone-covered = What it supports is closed by the plan, or is no gap.
forgone-block = { $title } takes its place in block { $block }.
forgone-requires = It needs { $title }, which is not in the plan.
forgone-room = { $over ->
    [hours] It needs { $needs-hours } more.
    [money] It needs { $needs-money } more.
   *[both] It needs { $needs-hours } and { $needs-money } more.
}
forgone-seats = It has no seats for a school that needs it.
plan-steps = The price of more
plan-next-hour = One more hour { $pupils ->
    [0] changes nothing.
   *[other] would close gaps of { $number } pupils more{ $comes ->
        [none] { "" }
       *[other] : { $comes }{ $goes ->
            [none] { "" }
           *[other] { " " }in place of { $goes }
        }
    }.
}
plan-next-money = One dollar more { $pupils ->
    [0] changes nothing.
   *[other] would close gaps of { $number } pupils more{ $comes ->
        [none] { "" }
       *[other] : { $comes }{ $goes ->
            [none] { "" }
           *[other] { " " }in place of { $goes }
        }
    }.
}
plan-first-change = The least that changes the plan: { $title } would fit with { $needs }.
plan-how-sure = How sure
plan-redrawn = Verdicts were drawn again { $draws } times by their own probabilities, and the plan was made anew each time: the shares say how often a session stays.
plan-remaining = Still open among the most urgent; what is not taught waits for the curriculum, and not for PD
plan-from-table = Sessions are those of { $source }.
plan-from-documents = Sessions are the documents of the PD folder, by the hours and cost that they state; as they are what is chosen among, nothing counts as supported yet.
plan-stated = { $file }: { $hours ->
    [none] states no hours and cannot be planned
   *[other] { $hours }, from { QUOTE($hours-as, 60) }
}; { $cost ->
    [none] states no cost
   *[other] { $cost }, from { QUOTE($cost-as, 60) }
}
note-no-cost = No cost is stated, so none is counted, for { LIST($titles) }.
note-requires = Required, and none of the sessions, so taken as given: { LIST($titles) }.
note-schools = The district has no school of this name: { LIST($schools) }.
note-capacity = Seats of { $count ->
    [one] { $count } session are
   *[other] { $count } sessions are
} stated; how many teachers each school sends is not, so no session is full. Write [planning] teachers in curalign.toml.
plan-row-trouble = Left out: { $place } { $trouble }

# No plan keeps to all limits; one sentence says which to loosen.
loosen-hours = No plan keeps to these limits: what is asked for takes { $needed }; allow them with --hours { $number }.
loosen-money = No plan keeps to these limits: what is asked for costs { $needed }; allow it with --budget { $number }.
loosen-both = No plan keeps to these limits: what is asked for takes more hours and more money than there are; allow more of both with --hours and --budget.
loosen-capacity = No plan keeps to these limits: the sessions have too few seats; give one of them more under capacity.
loosen-blocks = No plan keeps to these limits: sessions of one block rule each other out; give one of them another block.
loosen-prerequisites = No plan keeps to these limits: a session's prerequisite cannot be held; take it out of prerequisites.
loosen-schools = No plan keeps to these limits: no session is open to every school that must have one; leave out --each-school, or open one under schools.
loosen-equity = No plan keeps to these limits: at most { $number } % of what is open can be closed in every school; ask for no more with --equity { $number }.
loosen-several = No plan keeps to these limits, and no single one is in the way: loosen --hours, --budget and --each-school or --equity together.

# The workbook and the calendar.
sheet-plan = Plan
sheet-forgone = Forgone
sheet-gaps = Gaps closed
sheet-priorities = Priorities
column-session = Session
column-hours = Hours
column-cost = Cost
column-pupils = Pupils
column-per-hour = Pupils an hour
column-schools = Schools
column-day = When
column-kept = Stays in redrawn plans
column-statement = Statement
column-why = Why
column-adds = Would add (pupils)
column-supports = Probability that it supports it
column-covers = Covers
calendar-closes = Closes: { LIST($codes) }
