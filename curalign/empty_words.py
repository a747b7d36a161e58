"""Words that say nothing of what is taught, each list for the question that it answers, and none for another.

They overlap and are not the same: `read` only frames a pasted standard, and is what a teacher's own objective is about.
"""

from __future__ import annotations

_JOINING = frozenset(
    str.split(
        """
        a an and are as at be by can for from in is it may of on or our that the these this to we will with
        """
    )
)
"""Words of grammar that every one of the lists of single texts has."""

GRAMMAR = _JOINING | frozenset(
    str.split(
        """
        been but could do does each either etc every had has have how i into its more most must my no not one
        other own shall she should so some such than their them then there they those through up use used uses
        using was were what when where which while who whom whose within would you your
        """
    )
)
"""Words of grammar and of rules, which an edited copy of a statement changes first."""

FRAMING = _JOINING | frozenset(
    str.split(
        """
        under able according address addressed addresses addressing aligned asked asks based being ccss child
        children class code common core course cover covered covers day expectation expectations expected
        expects focus focuses following goal goals grade here includes know learn learner learners learning
        lesson meet meets month ngss objective objectives outcome period pupil pupils quarter read reads
        required says section semester should skill skills standard standards state states statement student
        students target targets teks text today understand unit week work works year
        """
    )
)
"""Words with which a sentence only says that what it quotes is a standard."""

TIMES = frozenset(
    str.split(
        """
        day days week weeks month months quarter quarters semester semesters trimester trimesters term terms
        year years unit units minute minutes min mins hour hours hr hrs january february march april may june
        july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
        fall winter spring summer autumn q1 q2 q3 q4
        """
    )
)
"""Words that say when."""

PLACES = frozenset(
    str.split(
        """
        grade grades gr th st nd rd grader graders kindergarten first second third fourth fifth sixth seventh
        eighth ninth tenth eleventh twelfth school schools district districts elementary middle high academy
        department division campus room classroom teacher teachers isd usd k12 county public ms hs course
        class classes
        """
    )
)
"""Words that say where and for whom."""

SUBJECTS = frozenset(
    str.split(
        """
        math maths mathematics science sciences ela english social studies history geography civics literacy
        reading writing language arts art music algebra steam stem health technology
        """
    )
)
"""Words that name a subject."""

BESIDE_WHO_AND_WHEN = frozenset(
    str.split(
        """
        a an and about all as at by for from in no of on or per the this to until up with world us united
        states american one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty thirty forty plan plans planner planning template
        draft version v v1 v2 v3 final updated revised update last ago meeting meetings period periods lesson
        lessons session sessions module part page pages pp p plc team staff instructional coaching coach
        workshop group groups library holiday early release break note notes author authors prepared written
        created date name taught instructor professional development curriculum office guide map pacing mr mrs
        miss dr time times school's teacher's deck slides material materials
        """
    )
)
"""Words of lines of who, where and when that alone say none of them."""

OF_FORMS = frozenset(
    str.split(
        """
        are be been below can did do does done each etc every get given had has have her here his how i if
        into is it its item items just let like make me more most must my new none not nothing now only other
        our out own s same see she he so some such t take takes than that their them then there these they
        those through today todo tomorrow took too use used very was we were what when where which who why
        will you your answer answers appendix assessed assessment assessments assigned assignment assignments
        assess benchmark calendar category check checked checklist checkpoint chapter code codes column
        complete completed copy criteria description descriptor detail details duration due edition exam exams
        exit exceeds meets approaches begins finish form general grading half hand handout high homework hw
        key know lab length level levels low medium link links mastered introduced missing mostly n name
        notebook number numbers objective objectives outcome online optional packet partly percent point
        points practice priority product project question questions quiz quizzes quarterly quick rating result
        results right rubric score scores scoring section se sheet skill skills sheets share standard
        standards starter status student students supporting supplemental target targets task tasks te test
        tested tests text textbook ticket ticketed title topic topics total totals unit warm workbook
        worksheet worksheets work write yes dok quoted loosely absent present x tbd tba attached yesterday refer swbat
        tswbat tsw tlw walt wilf
        """
    )
)
"""Words of grammar and of forms that tell nothing of what is taught where no other stands beside them."""

OF_MANY_STANDARDS = frozenset(
    str.split(
        """
        the that this these those their them they its his her are was were with within without from into onto
        between among for not but than then when where which while who whose how what why both each every all
        any some one two use uses used using understand know can able including include includes apply
        applying demonstrate explain describe identify determine solve problem problems real world given
        different other others various also more most same such own related appropriate clearly student
        students pupil pupils has have had does about
        """
    )
)
"""Words that half of all standards have: a part of nothing else is no part."""

STOP_WORDS = frozenset(
    str.split(
        """
        a about above across after afterwards again against all almost alone along already also although
        always am among amongst amoungst amount an and another any anyhow anyone anything anyway anywhere are
        around as at back be became because become becomes becoming been before beforehand behind being below
        beside besides between beyond bill both bottom but by call can cannot cant co con could couldnt cry de
        describe detail do done down due during each eg eight either eleven else elsewhere empty enough etc
        even ever every everyone everything everywhere except few fifteen fifty fill find fire first five for
        former formerly forty found four from front full further get give go had has hasnt have he hence her
        here hereafter hereby herein hereupon hers herself him himself his how however hundred i ie if in inc
        indeed interest into is it its itself keep last latter latterly least less ltd made many may me
        meanwhile might mill mine more moreover most mostly move much must my myself name namely neither never
        nevertheless next nine no nobody none noone nor not nothing now nowhere of off often on once one only
        onto or other others otherwise our ours ourselves out over own part per perhaps please put rather re
        same see seem seemed seeming seems serious several she should show side since sincere six sixty so
        some somehow someone something sometime sometimes somewhere still such system take ten than that the
        their them themselves then thence there thereafter thereby therefore therein thereupon these they
        thick thin third this those though three through throughout thru thus to together too top toward
        towards twelve twenty two un under until up upon us very via was we well were what whatever when
        whence whenever where whereafter whereas whereby wherein whereupon wherever whether which while
        whither who whoever whole whom whose why will with within without would yet you your yours yourself
        yourselves
        """
    )
)
"""Words that say nothing of what a text is about: the list of Glasgow's Information Retrieval Group, which scikit-learn
has too. The judges were fitted with it."""
