# Workbooks and other tables: titles of columns and sheets, and what stands around them.

table-warning = Warning: { $text }
table-made = Run { $run }; curalign { $version }, encoder { $encoder }, judge { $judge }.
table-standards = standards
table-findings = Findings
table-other-findings = Other findings
table-nothing-found = Nothing was found that asks for something.
table-more-findings = { $count ->
    [one] { $count } more finding is not listed here; the workbook and JSON list every one.
   *[other] { $count } more findings are not listed here; the workbook and JSON list every one.
}
table-decided-findings = { $count ->
    [one] { $count } more finding was deferred on purpose or marked as wrong.
   *[other] { $count } more findings were deferred on purpose or marked as wrong.
}
table-severity-error = error
table-severity-warning = warning
table-severity-note = note

# The workbook.
table-book-title = { $title }: coverage of standards
table-page = Page { $page } of { $pages }

# The first sheet.
table-subtitle = What is taught, and what professional development supports. Run { $run }
table-all = All
table-by-grade = By grade
table-by-strand = By strand
table-by-school = By school

# Titles of columns.
table-severity = Severity
table-finding = Finding
table-code = Code
table-standard = Standard
table-statement = Statement
table-grades = Grades
table-strand = Strand
table-counted = Counted
table-kind = For
table-counts = Counts
table-probability = Probability
table-role = Role
table-file = File
table-place = Place
table-quote = Quote
table-why = Why (log-odds)
table-what = What
table-message = Message
table-decision = Decision
table-owner = Owner
table-due = Due
table-note = Note
table-gap = Gap
table-begin = Where to begin
# The same of one kind of document; $taught is its word for that.
table-in-school = Curriculum in { $school }
table-of-verdict = { $kind }: verdict
table-of-taught = { $kind }: probability that it is { $taught }
table-of-instead = { $kind }: or meant for
table-of-probability = { $kind }: probability
table-of-passages = { $kind }: passages
table-of-file = { $kind }: best file
table-of-place = { $kind }: place
table-of-quote = { $kind }: quote
table-of-decision = { $kind }: decision
table-of-percent = { $kind }: percent in full
table-of-low = { $kind }: at least
table-of-high = { $kind }: at most
table-of-of = { $kind }: of
table-of-no-documents = { $kind }: no document

# Words in cells.
table-yes = yes
table-practice = practice
table-heading = heading
table-not-stated = not stated
table-role-objective = an objective
table-role-task = a task
table-role-assessment = an assessment
table-role-note = a teacher note
table-role-mention = a mention
table-role-claim = a copy of the standard
table-role-plan = a plan
table-role-boilerplate = a standing text
table-plan-close = teach it
table-plan-defer = defer on purpose
table-plan-wrong = not a gap

# Beside the cells that a reader fills in; at most 250 characters.
table-hint-decision = What is done about it. Record in curalign.toml, under [[decisions]], what is deferred or no gap, and the next report says so.
table-hint-answer = Does this passage teach the standard (PD: help to teach it)? Where no passage is quoted: does any document? yes, partly, no, or cannot_tell.
table-hint-strength = Only where you see it differently: how well does the passage reach the standard?
table-hint-stage = Only where you see it differently: what the passage is in its lesson.
table-hint-depth = The depth of knowledge that is asked for: 1 recall, 2 skill, 3 strategic thinking, 4 extended thinking.
table-hint-reviewer = Your name. Names that stand on the sheet Method can be chosen here.

# The sheet Method.
table-how-made = How this was made
table-frameworks = Standards
table-shown = Shown
table-counted-standards = { $count ->
    [one] { $count } standard; headings and practices stand apart
   *[other] { NUMBER($count) } standards; headings and practices stand apart
}
table-documents = Documents
table-encoder = Encoder
table-judge = Judge
table-settings = Settings
table-run = Run
table-what-means = What the numbers mean
table-term-passage = Passage
    .means = A few sentences of one section of a document: the smallest thing that can be evidence.
table-term-probability = Probability
    .means = Of a passage: what share of such passages a reviewer would find to be about the standard. It is learned from passages that people labelled, and it is an estimate.
table-term-verdict = Taught, not taught, cannot tell
    .means = Whether documents teach a standard at all (PD: support it), by a probability of its own that is learned from districts whose truth is known. Where it is neither high nor low, nobody can tell without reading.
table-term-interval = At least, at most
    .means = The two ends that are meant to hold the true number of taught standards in 19 of 20 districts like those that were learned from. The number between them is the sum of the probabilities, and need not equal the number of verdicts.
table-term-full = In full
    .means = A passage reaches the full threshold and is an objective, a task or an assessment.
table-term-partial = In part
    .means = A passage reaches only the lower threshold, or reaches the full one in a note or a mention.
table-term-none = Not at all
    .means = Everything was read and no passage reaches the lower threshold. The nearest one is quoted as a place to begin.
table-term-unknown = Could not be judged
    .means = There was nothing readable to judge by, or no document for the grade or subject. It counts neither as taught nor as a gap.
table-term-decision = Decision
    .means = What the district says of a finding, with a name, a reason and perhaps a last day. The numbers stay as they were measured.
table-term-review = Review
    .means = What a person answered about a passage or a standard, on the sheet Review or on the page of curalign review.
table-error-rates = How often verdicts are wrong
# $called and $not-called: the two verdicts, in the words of the kind of document.
table-rates = Of { $standards } standards of districts whose truth was known, { $taught } were called { $called }, { $taught-wrong } of them wrongly; { $untaught } were called { $not-called }, { $untaught-wrong } of them wrongly; of { $undecided } nobody could tell.
table-rates-few = These were seven districts of 90 to 130 standards that were planned before their text was written, each judged by curves that had not seen it. A district of another kind can be further off. docs/methods.md has each of them.
table-rates-unknown = Nobody has measured how often the verdicts of this judge are wrong. Review standards, or label lessons in labels.csv, to find out.
table-reviewers = Reviewers
table-reviewers-hint = Write the names of those who review here, one below the other; the sheet Review then offers them.

# An evidence pack, as state reviews ask for it.
table-pack-title = { $title }: evidence by standard
table-pack-how = For each standard: what the tool says, whether anybody accepted it, and the passages that it rests on, or the nearest one.
table-pack-none = No passage comes near it.
table-pack-open = Not yet accepted by anybody.
table-pack-by-word = Accepted as reached by { $who }.
table-pack-deferred = The gap is accepted on purpose by { $who }.
table-pack-log = Log
table-pack-log-empty = No decision is recorded.
table-pack-citation = Citation
table-pack-verdict = The tool says
table-pack-recorded = Recorded
table-pack-accepted = Accepted
table-pack-partly = partly
table-pack-no = no
table-pack-hint = Does the passage show what the standard asks for?
