# The page: what stands on it beside findings, numbers and documents.

page-title = { $title }: what is taught, and what PD supports
page-subtitle = What is taught, and what professional development supports · run { $run }
page-skip = Skip to the summary
page-skip-part = Skip to the evidence
page-to-index = To the summary and all standards
page-warning = Warning:
page-nav = Sections

# Sections are headed by what people ask; in the list of sections each is as short as can be.
page-nav-supposed = What if
page-nav-priorities = Urgent
page-nav-summary = Summary
page-nav-first = Do first
page-nav-untaught = Not taught
page-nav-unsure = Cannot tell
page-nav-pd = PD
page-nav-gaps = Where
page-nav-map = Find a standard
page-nav-decided = Decided
page-nav-unread = Not read
page-nav-standards = Evidence
page-nav-documents = Units and PD
page-nav-made = Method
page-q-summary = How many standards do we teach?
page-q-first = What should we do first?
page-q-untaught = Which do we not teach?
page-q-unsure = What can we not tell?
page-q-pd = Does our PD support what we teach?
page-q-gaps = Where are the gaps?
page-q-map = What about one standard?
page-q-decided = What have people decided?
page-q-unread = What could not be read or judged?
page-q-standards = What is the evidence, standard by standard?
page-q-documents = What does each unit teach, and each PD session support?
page-q-made = How was this made, and how far can we trust it?

# "83 of 96", large, and "between 78 and 87" beside it.
page-number = { $n } of { $all }
page-between = between { $low } and { $high }
page-how-counted = How is this counted?
page-see = See them
page-follow = Follow any number to the standards that it counts, and from there to the sentence.
page-of = { $n } of { $all }

page-nothing-first = Nothing was found that needs doing.
page-severity-error = Error
page-severity-warning = Warning
page-severity-note = Note
page-more = { $count } more
page-show = Show { $count }

page-untaught = { $count ->
        [one] { $count } standard that pupils probably do not meet in any unit of their grade.
       *[other] { $count } standards that pupils probably do not meet in any unit of their grade, the surest first.
    }
page-untaught-none = None of the standards that could be judged.
page-taught-with = Probability that it is taught: { $chance }.
page-nearest = Nearest passage:
page-unsure = { $count ->
        [one] For { $count } standard the documents do not decide it. Read the passage and say.
       *[other] For { $count } standards the documents do not decide it. Read the passages and say.
    }
page-unsure-none = Nothing: there is a verdict on every standard that could be judged.
page-decides = What decides:
page-without-documents = No document to judge by

page-meet = Where teaching and training meet
page-meet-caption = Standards by how they are taught (down) and how PD supports them (across)
page-unsupported = { $count ->
    [one] { $count } standard is taught, and no PD supports it
   *[other] { $count } standards are taught, and no PD supports them
}

page-gaps = Each number of standards leads to these standards.
page-by-subject = By subject
page-by-grade = By grade
page-by-strand = By strand
page-by-school = By school
page-by-caption = { $by }: { $kind }
page-column-subject = Subject
page-column-grade = Grade
page-column-strand = Strand
page-column-school = School
page-estimate = estimate
page-percent = percent in full
page-strengths = How strong is the evidence?
page-strengths-note = By the best passage for each standard, whatever the verdict.
page-strengths-caption = Standards by how far documents reach them

page-map = Each row is a standard: whether it is taught, in how many passages it is an objective, a task and an assessment, whether PD supports it, and, where there are results, the share of points that pupils missed. Its code leads to the evidence.
page-find-standards = Find standards
page-find-documents = Find documents
page-search = Search
page-any = all
page-clear = Show all
page-finding = Finding
page-standard = Standard
page-found-standards = { $shown } of { $all } standards
page-found-documents = { $shown } of { $all } documents
page-missed = Missed by pupils
page-stage-objective = Objective
page-stage-task = Task
page-stage-assessment = Assessment

page-decided = People have given their word on these findings, so they ask for nothing today. The numbers stay as they were measured.
page-what-was-found = What was found

page-standards = For each standard the passages that decide, word for word, with file and place.
page-print-all = Print the evidence as well; otherwise only what is opened here is printed
page-practices = Practices
page-practices-note = Practices and anchor standards run through everything, so they are not counted.
page-headings = Headings
page-headings-note = Each is the roll-up of the standards below it, and is not counted beside them.
page-heading = Heading
page-no-grade = No grade stated
page-grades = { $count ->
    [one] Grade { $grades }
   *[other] Grades { $grades }
}

# One standard and its passages. $verdict, $taught: "not taught", "taught".
page-judged = { $verdict }, probability { CHANCE($probability) } that it is { $taught }
page-judged-instead = { $judged }; its passages may mean { $codes } instead
page-basis-no-unit = No unit document is for it.
page-basis-unreadable = Nothing readable to judge by.
page-basis-found = { $count ->
        [one] { $count } passage
       *[other] { $count } passages
    } found; the best has probability { $chance }.
page-basis-nearest = No passage reaches it. This is the nearest:
page-basis-none = No passage comes near it.
page-more-passages = { $count ->
    [one] { $count } more passage
   *[other] { $count } more passages
}
page-rejected = { $count ->
    [one] The nearest passage that does not count
   *[other] The { $count } nearest passages that do not count
}
page-probability = probability { $chance }, { $counts }
page-counts-full = counts in full
page-counts-partial = counts in part
page-counts-none = too low to count
page-counts-unknown = not judged
page-role-objective = an objective
page-role-task = a task
page-role-assessment = an assessment
page-role-note = a teacher note
page-role-mention = a mention
page-role-claim = a copy of the standard
page-role-plan = a plan
page-role-boilerplate = a standing text
page-why = Why this probability
# The other standard that a passage could be about: less probably, or more.
page-why-not = Why this one and not { $code } ({ $chance })
page-why-rather = Rather about { $code } ({ $chance }), and why
page-reasons = What speaks for each of the two (log-odds)
page-reason = Reason
page-this = This one
page-comes-to = Probability
page-weigh-nothing = hardly matters
page-weigh-for = { $loud ->
    [much] speaks strongly for it
    [little] speaks a little for it
   *[some] speaks for it
}
page-weigh-against = { $loud ->
    [much] speaks strongly against it
    [little] speaks a little against it
   *[some] speaks against it
}

page-documents = Documents
page-documents-caption = Each document and how many standards it reaches
page-document = Document
page-kind = Kind
page-passages = Passages read
page-standards-reached = Standards
page-each-unit = Curriculum, document by document
page-each-pd = PD, document by document
page-passages-read = { $count ->
    [0] nothing could be read
    [one] { $count } passage read
   *[other] { $count } passages read
}
page-reaches-unit = { $count ->
    [one] Teaches { $count } standard, at least in part
   *[other] Teaches { $count } standards, at least in part
}
page-reaches-pd = { $count ->
    [one] Supports { $count } standard, at least in part
   *[other] Supports { $count } standards, at least in part
}
page-reaches-none = It reaches no standard.
page-unsupported-claims = { $count ->
    [one] { $count } claim without support in any unit
   *[other] { $count } claims without support in any unit
}
page-found-here = { $count ->
    [one] { $count } finding here
   *[other] { $count } findings here
}

page-standards-count = { $count ->
    [one] { $count } standard
   *[other] { $count } standards
}
page-back = Back to the number

page-method = How the numbers are counted
page-method-number = “31 of 38, between 27 and 34”: 38 are all standards that could be judged, 31 is the best guess of how many of them are taught. The verdicts one by one need not add up to it: three standards of which each is as likely taught as not are one or two in the number, and three that we cannot tell.
page-sure = How sure are the verdicts here?
page-sure-note = How many standards have which probability. At the left end they are surely not taught (not supported), at the right end they surely are; in the middle nobody can tell.
page-sure-of = { $kind }: standards by probability
page-sure-axis = probability
page-uncalibrated = This judge was not calibrated, so there are no verdicts: strengths say how strong the best passage is.
page-card = How right was this judge where the truth is known?
page-card-note = Measured on { $day } in districts whose truth was planned before their text was written, each by a judge that had not seen it.
page-calibration = Expected and true share of standards taught (round: curriculum, hollow: PD). On the line the number is right.
page-calibration-x = expected
page-calibration-y = true, %
page-card-caption = Verdicts beside the truth
page-card-district = District
page-card-true = Truly taught or supported
page-card-expected = Expected
page-card-right = Called taught and right
page-card-wrong = Called not taught and right
page-card-unsure = Cannot tell
page-card-error = Calibration error
page-no-card = Nobody measured this very judge on districts whose truth is known. `curalign evaluate` does, with labels of your own.
page-settings = Settings
page-made-standards = Standards
page-made-statements = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
page-made-shown = Shown
page-made-counted = Counted
page-made-counted-what = { $counted ->
        [one] { $counted } standard
       *[other] { $counted } standards
    }; { $headings ->
        [one] { $headings } heading
       *[other] { $headings } headings
    } and { $practices ->
        [one] { $practices } practice
       *[other] { $practices } practices
    } stand apart
page-made-encoder = Encoder
page-made-judge = Judge
page-made-full = Full from
page-made-full-what = probability { $full }, in an objective, a task or an assessment
page-made-partial = Partial from
page-made-units = In units
page-made-units-what = full from { $full }, partial from { $partial }
page-made-run = Run
page-made-same = The same documents, standards, settings and versions give the same result. A computer compared the text; people decide.

page-glossary = What the words mean
page-term-standard = Standard
    .meaning = One statement of what pupils should know or be able to do. Only those that can be taught by themselves are counted; headings are the roll-up of what stands below them, and practices are reported apart.
page-term-passage = Passage
    .meaning = A few sentences of one section of a document. It is the smallest thing that can be evidence.
page-term-link = Link
    .meaning = A passage and a standard that were compared, with the probability that the passage shows the standard.
page-term-probability = Probability
    .meaning = What share of such links a reviewer would confirm, as learned from links that people labelled. It is an estimate, not a verdict.
page-term-verdicts = Taught, not taught, cannot tell
    .meaning = Whether documents teach a standard at all (PD: support it), by a probability of its own that is learned from districts whose truth is known. Where it is neither high nor low nobody can tell without reading.
page-term-number = 31 of 38 (27-34)
    .meaning = How many standards are taught: the sum of their probabilities, and two ends that are meant to hold the true number in 19 of 20 districts like those that were learned from. It needs a judge that was calibrated for it.
page-term-full = In full
    .meaning = At least one passage reaches the full threshold and is an objective, a task or an assessment.
page-term-partial = In part
    .meaning = A passage reaches only the lower threshold, or reaches the full one in a note or a mention.
page-term-none = Not at all
    .meaning = Everything was read and no passage reaches the lower threshold.
page-term-unknown = Could not be judged
    .meaning = There was nothing readable to judge by. It is not counted as missing, nor as taught.
page-term-percent = Percent
    .meaning = Standards in full, per hundred counted standards; those that could not be judged are among the hundred.
page-term-pd = PD
    .meaning = Professional development: the training that helps teachers to teach a standard.
page-term-decided = Deferred, wrong
    .meaning = What a person decided about a finding, with a name, a reason and perhaps a last day. Such findings are shown apart; the numbers stay as they were measured.
page-term-guarantee = Guarantee
    .meaning = What units whose lessons you labelled yourself let the report promise: thresholds are raised until standards that a unit does not teach are called taught as seldom as you ask. With too few such units there is none.
page-term-nearest = Nearest passage
    .meaning = The most likely passage for a standard that none reaches: a place to begin.
