# Hand-outs: a page or two for those who decide. Short words and short sentences: a test measures how hard they are to read.
# Parents and the community read of learning goals, everybody else of standards.

handout-title = { $audience ->
    [board] For the school board
    [administrators] For administrators
    [teachers] For teachers
    [union] For union leaders
    [parents] For parents
   *[community] For the community
}
handout-title-unit = Unit: { EXCERPT($name, most: 90) }
handout-title-school = School: { EXCERPT($name, most: 90) }
handout-title-standard = To discuss: { EXCERPT($name, most: 40) }

heading-question = The question for you
handout-question = { $audience ->
    [board] Which gaps should we close first, and what money, time and rules will that take?
    [administrators] Who will do what next, and by when?
    [teachers] What will you keep in your unit, what will you add, and what will you change?
    [union] What time and training does this work need, and how do teachers get a say in it?
    [parents] What will my child learn this year, and what should I ask about?
    [community] What do our schools aim at, and how can I help?
    [unit] What will you keep in this unit, what will you add, and what will you change?
    [school] Which gaps can this school close by itself, and for which does it need help?
   *[standard] Do we teach this, and if not, who will teach it, where and when?
}

## The numbers. $low and $high are the ends of the interval.

handout-count = About { $expected } of { $of } { $of ->
    [one] standard
   *[other] standards
} { $expected ->
    [one] is
   *[other] are
} taught (between { $low } and { $high }).
handout-goals = Our lessons teach about { $expected } of { $of } learning goals (between { $low } and { $high }).
handout-pd-count = Training for teachers (PD) supports about { $expected } of { $of } (between { $low } and { $high }).
handout-pd-none = There were no papers on training for teachers, so nothing is said of it.
handout-share = { $expected } of { $of } ({ $low } to { $high })
handout-full-of = { $full } of { $total } in full
handout-bar = A bar of { $of } { $of ->
    [one] part
   *[other] parts
}: the first { $low } are solid and taught for sure, up to { $high } are striped and may be taught.
handout-warning = Be careful: the program was not fitted to these standards or with these settings, so these numbers may be far off.

handout-one-by-one = One by one: { $missing } not taught, { $unsure } we cannot tell{ $deferred ->
        [0] { "" }
       *[other] , { $deferred } put off on purpose
    }{ $unjudged ->
        [0] { "" }
       *[other] , { $unjudged } with no unit to look at
    }.

## Names of columns and of things.

column-area = Area
column-count = How many
column-subject = Subject
column-taught = Taught
column-not-taught = Not taught
column-cannot-tell = Cannot tell
column-trained = Training supports
column-untrained = No training
column-task = What to do
column-who = Who
column-when = By when
column-unit = Unit
column-teaches = Teaches
column-claims = Claims only
column-could-add = Not there yet
handout-more = and { $count } more, in the report
handout-grades = { $count ->
    [one] Grade { $grades }
   *[other] Grades { $grades }
}
# In place of what reports say of text that was recognised in a picture.
place-ocr = read from a picture

heading-gaps = Where the gaps are
heading-missing = What is not taught
heading-decide = What you can decide
goals-by-area = Learning goals by area
handout-by-grade = Standards by grade
handout-by-area = Areas with the most gaps
handout-by-school = Standards by school
handout-by-subject = Standards by subject, one by one
handout-no-subject = No subject stated
handout-nothing-missing = We found no standard that is not taught.

## The board.

board-money = Money: pay for training on what we teach and no training supports. That is { $count } { $count ->
    [one] standard
   *[other] standards
}{ COUNT($areas) ->
    [0] { "" }
   *[other] , above all in { LIST($areas) }
}.
board-money-no-pd = Money: we saw no papers on training. Ask what training there is, and what it costs.
board-time = Time: give teachers time to write lessons for { $count } { $count ->
    [one] standard
   *[other] standards
} that no unit teaches, and to check { $check } more.
board-rules = Rules: say who may put a standard off, for what reason and until when.{ $deferred ->
    [0] { "" }
    [one] { " " }So far { $deferred } is put off on purpose.
   *[other] { " " }So far { $deferred } are put off on purpose.
}
board-again = Look again: set a date for the next check. Gaps close over years, not weeks.

## Administrators.

heading-work = Who does what next
handout-work = Work that this check asks for
work-write = Write a lesson, or extend one
work-deepen = Deepen a lesson that only touches the standard
work-claims = Teach what is claimed, or take the claim away
work-grade = Agree on the grade that teaches it
work-read = Read the passages and decide: is it taught?
work-cite = Add the code to the lesson that teaches it
work-pd = Plan training on it
work-read-pd = Read the training papers and decide: do they help?
work-pd-nothing = Ask what the training is meant to support
work-files = Save the file again so that it can be read
who-grade-team = teachers of the grade
who-authors = authors of the unit
who-curriculum = curriculum lead
who-pd = PD lead
who-files = whoever has the file
heading-pd-nothing = Training that supports nothing we teach
heading-unread = Papers that could not be read in full
handout-all-read = Every file was read.

## Teachers.

heading-units = Units, one by one
handout-units = What each unit does with the standards of its grade
heading-claims = Claimed, and nothing in the text supports it
heading-could-add = Close, and not there yet
handout-could-add = Start from the place that is named.
near-why = { $code ->
    [U102] only touched
    [U105] taught here, and belongs to another grade
   *[other] may be taught or not
}
heading-grade-missing = No unit of this grade teaches these
heading-cite = Taught, and no unit names it
handout-own-unit = Ask for the list of your own unit. It has every standard with the sentence that shows it.
heading-disagree = If you do not agree
handout-disagree = You know your lessons and the program does not. Tell the curriculum office what it got wrong, and why. A person's word counts more than the program's.

## Union leaders.

heading-documents-only = What this is, and what it is not
union-documents = It looks at papers and never at persons. It names no teacher and rates no teacher.
union-no-blame = A gap is a task for the district. It is not a fault of the one who teaches the unit.
union-no-grade = Agree with the district in writing that it is not used to judge staff.
handout-load = Tasks that this check asks of teachers, by grade
column-lessons = Lessons to write
column-checks = To read and decide
heading-load = The work that is asked
union-load = All in all: { $write } { $write ->
    [one] lesson
   *[other] lessons
} to write or change, { $read } { $read ->
    [one] passage
   *[other] passages
} to read and decide, { $claims } { $claims ->
    [one] claim
   *[other] claims
} to check.
union-hours = Nobody has counted the hours. Agree on paid time before the work starts.
heading-training = Training
union-no-training = Teachers are asked to teach { $count } { $count ->
    [one] standard
   *[other] standards
} for which there is no training{ COUNT($areas) ->
    [0] { "" }
   *[other] , above all in { LIST($areas) }
}.
union-training-time = { $count ->
    [one] { $count } training paper supports nothing that we teach. That time could go to what teachers need.
   *[other] { $count } training papers support nothing that we teach. That time could go to what teachers need.
}
heading-say = A say for teachers
union-review = Teachers of the grade read the passages and decide. Two should read each one, apart from each other.
union-overrule = What they decide counts more than the program, and is kept with name and reason.
union-choose = Teachers help to choose which training comes first.

## Parents.

parents-goals = A learning goal says what a child should know or be able to do. Schools call it a standard.
parents-grade = We found { $taught } of { $of } learning goals in our lessons, one by one.
parents-learn = { $subject }: { LIST($areas, $more) }.
parents-learn-all = Your child learns about: { LIST($areas, $more) }.
parents-example = For example:
parents-missing = Not yet in our lessons:
parents-all-there = We found every goal of this grade in our lessons.
heading-all-grades = Grade by grade
parents-own-grade = Ask the school for the page on your child's grade.
heading-ask = Whom you can ask
parents-ask-teacher = Ask your child's teacher: Which of these goals come next? How can we help at home?
parents-ask-school = Ask the principal: When will the missing goals be taught?
parents-ask-district = Ask the school district: Who decides what is taught, and how can parents be heard?

## The community.

heading-aim = What we aim at
community-aim = We want each child to reach { $count } learning goals{ COUNT($areas) ->
    [0] { "" }
   *[other] { " " }in { LIST($areas, $more) }
}.
community-example = Two of them:
heading-far = How far we are
community-lowest = The areas that need the most work come first.
community-years = A good school system takes years to build. Ask each year how far we have come.
heading-help = How you can help
community-know = Share what you know. Our lessons lack the most in { LIST($areas) }.
community-know-any = Share what you know, at work and at home. Ask a school what it needs.
community-places = Open your doors. A class can learn in a shop, a lab, a farm or a park.
community-time = Give time or money, so that teachers can write lessons and train.
community-meet = Come to the meetings of the school board. Ask about the gaps.

## A list for each unit and each school, and a sheet to discuss one standard.

unit-count = { $full ->
    [one] This unit teaches { $full } standard
   *[other] This unit teaches { $full } standards
}{ $partial ->
    [0] .
   *[other] { " " }and touches { $partial } more.
}
unit-unread = Nothing in this unit could be read, so we do not know what it teaches.
heading-teaches = What it teaches
unit-in-part = only in part
unit-nothing = We found no standard that this unit teaches.
heading-helped = Training that helps with it
heading-school-grades = What is taught here, by grade
school-count = At this school, about { $expected } of { $of } { $of ->
    [one] standard
   *[other] standards
} { $expected ->
    [one] is
   *[other] are
} taught (between { $low } and { $high }).
heading-elsewhere = Another school teaches these
school-elsewhere = Ask for these lessons, and share yours.
heading-nowhere = No school teaches these
heading-school-units = Units of this school
heading-statement = The standard
heading-evidence = What we found in the units
heading-evidence-pd = What we found in the training papers
evidence-none = No passage comes near it.
evidence-best = The best passages, each with the chance that it is about the standard:
standard-judged = { $verdict ->
    [taught] The program says: taught.
    [not_taught] The program says: not taught.
    [cannot_tell] The program cannot tell.
   *[no_documents] There was nothing to look at.
} { $known ->
    [yes] The chance that it is taught is { CHANCE($probability) }.
   *[no] { "" }
}
heading-three = Three questions to discuss
three-evidence = Read the passages aloud. Would a pupil who does this work learn what the standard says? What is missing?
three-where = Where would it fit best: in which unit, in which week, and what could make room for it?
three-who = Who will write or change the lesson, what help is needed, and when do we look again?
heading-agreed = What we agreed
handout-agreed = What, who and when

## What nobody knows, and where the numbers come from.

heading-unknown = What we do not know
unknown-lessons = We read papers, not lessons. Good teaching that nobody wrote down is not seen here.
unknown-learning = We do not know how much children learned. A thing that is taught can still be hard.
unknown-range = From { $low } to { $high } is a range. The true number should lie in it for 19 of 20 districts like those we learned from.
unknown-unsure = { $count ->
    [one] For { $count } standard the text does not settle it. A person has to read and decide.
   *[other] For { $count } standards the text does not settle it. A person has to read and decide.
}
unknown-unjudged = { $count ->
    [one] For { $count } standard there was no unit to look at. It may be taught or not.
   *[other] For { $count } standards there was no unit to look at. They may be taught or not.
}
unknown-files = { $count ->
    [one] { $count } file could not be read in full. What it teaches is not counted.
   *[other] { $count } files could not be read in full. What they teach is not counted.
}
heading-source = Where the numbers come from
source-documents = A program read { $units } { $units ->
    [one] unit
   *[other] units
} and { $pd } training { $pd ->
    [one] paper
   *[other] papers
} on { $date }. It set them beside the standards of the district. The full report shows the sentence behind each number.
source-frameworks = Standards: { LIST($titles, $more, most: 60) }.
source-run = Made with curalign { $version }, run { $run }.
# $month is 1 to 12.
on-date = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $day }, { NUMBER($year, useGrouping: 0) }
