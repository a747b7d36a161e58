# What people answered: on the pages of `curalign review`, and wherever a report rests on it.

reviews-not-read = holds answers of reviewers that could not be read ({ $reason }); check the file and its permissions.
review-line-broken = holds an answer that cannot be understood or was cut off before it was recorded (line { $line }); the rest counts.
signal-review = a person looked at it
counted-with-answers = People answered about { $answers ->
        [one] { $answers } standard
       *[other] { $answers } standards
    } themselves.
counted-and-answers = People answered about { $answers } standards themselves; by their answers alone, whatever the model says, between { $low } and { $high } are taught.
counted-by-answers = This number rests on what people answered about { $answers } standards alone (between { $low } and { $high }), for their answers contradict the model.
# The end of "Taught: ...".
by-review = by the word of { LIST($reviewers) }, who { $agreed ->
        [True] answered
       *[other] did not all agree; most answered
    } { $answer ->
        [yes] yes
        [partly] partly
        [no] no
       *[other] { $answer }
    }.
promise-holds = Of the standards that the district does not teach, at most { $alpha } in 100 are expected to have a measured probability of { THRESHOLD($threshold) } or more; from { $untaught } that people found not taught.
promise-lacks = Reviews promise nothing yet of the list of taught standards: people found { $untaught } of those drawn not taught, and it takes { $needed }, with a probability that tells them apart.
import-done = { $new } new, { $changed } changed, { $same } as recorded before, { $ignored } ignored.
import-ignored = Ignored, { $place }: { $why ->
        [answer] the answer is none of yes, partly, no and cannot_tell
        [reviewer] nobody is named as reviewer; add a name, or --reviewer
        [standard] the last check has no such standard
        [passage] the last check has no such passage
        [kind] it is about PD as a whole, which is not reviewed; answer about its passages
        [strength] the strength is none of full, partial and none
        [stage] the stage is none that the list offers
       *[depth] the depth is not 1 to 4
    }.

## The pages of `curalign review`.

review-title = Review
review-who = Who are you?
review-who-why = Your name stands beside your answers. Use the same name each time.
review-name = Your name
review-begin = Begin
review-nav = Pages
review-nav-guide = Guide
review-nav-learn = Practice
review-nav-number = The number
review-nav-doubts = Worst doubts
review-nav-discuss = Discussion
review-nav-results = Results
review-nav-log = Log
review-nav-reply = Author's reply
review-counted = { $expected } of { $of } standards are taught (between { $low } and { $high })
review-counted-alone = by your answers alone between { $low } and { $high }
review-not-counted = There is no number yet: the judge was not calibrated
review-signed-in = You are { $name }
review-ask-standard = Is it taught here?
review-ask-passage = Does this passage teach it?
review-ask-again = You do not agree yet. What do you say now?
review-grade = Grades: { $grades }
review-yes = Yes
review-partly = Partly
review-no = No
review-cannot_tell = Cannot tell
review-answer = Your answer
review-more = Say more: strength, stage, depth, challenge, note
review-strength = How well the passage reaches it
review-strength-full = in full
review-strength-partial = in part
review-strength-none = not at all
review-as-measured = as it is
review-stage = What the passage is
review-depth = Depth of knowledge that is asked for
review-depth-none = not said
review-challenge = Source of challenge, if it is something else than the standard
review-note = Note: why
review-passages = The passages that decide
review-no-passages = No passage of a unit comes near this standard. If you know where it is taught, answer and name the place in the note.
review-before = before it
review-after = after it
review-left = { $left } of { $total } left, about { $minutes } min
review-nothing-left = Nothing is left to answer here.
review-next-number = Go on with the number
review-next-doubts = Go on with the worst doubts
review-draw-more = Draw more standards
review-undo = Undo my last answer
review-keys = Keys
review-keys-how = y yes, p partly, n no, c cannot tell, u undo, m say more, w write a note, Esc leave the field
review-others = What others said
review-machine = The machine: { $answer }
review-done-recorded = Recorded.
review-done-undone = Your last answer is taken back.
review-done-nothing-undone = There is no answer of yours to take back.
review-done-drawn = More standards were drawn.
review-done-no-name = Write your name first.
review-guide-taught = A standard is taught where pupils are asked to do what it says: a task, an objective or an assessment of the unit. Naming it, copying its words or planning it for later teaches nothing.
review-guide-yes = Yes: all that the standard asks is there.
review-guide-partly = Partly: some of it, or at a lower depth.
review-guide-no = No: something else, or a sibling of the standard.
review-guide-cannot = Cannot tell: the text does not say. That is an answer too.
review-guide-blind = You see neither what others nor what the machine say until you have answered.
review-guide-open = You see what others and the machine say while you answer (the setting blind is off).
review-guide-readers = It takes { $readers ->
        [one] one person
       *[other] { $readers } people
    } for an answer to count.
review-guide-depth = Depth of knowledge: 1 recall, 2 skill or concept, 3 strategic thinking, 4 extended thinking. Judge the whole task and not its verb.
review-guide-practice = Practise on three passages that everybody answers
review-learnt = What everybody said of what you practised on
review-concluded = Conclusions
review-with-all = With disagreement: { $decided } standards have an answer by most, of which { $taught } are taught.
review-without = Without disagreement: { $agreed } have the same answer by all, of which { $taught } are taught.
review-disputed = { $disputed } were answered differently at first.
review-agreement = How far you agree
review-agreement-how = Each alone, before any talk. Where most answers are alike, kappa is low although people agree, so read all four.
review-raters = Who
review-all-people = All people
review-of-items = items
review-raw = same answer
review-none-twice = Nothing was answered by two people yet.
review-log-empty = Nothing that you answered yet.
review-log-blind = You see what you have answered yourself.
review-holds = Holds: { $answer }
review-open = Not decided
review-first-round = alone
review-second-round = after a talk
review-reply-round = the author
review-reply-why = Authors and publishers answer here what people did not find taught in full. A reply is kept beside the answers and changes none.
review-reply = Record the reply
review-reply-empty = There is nothing to reply to.
