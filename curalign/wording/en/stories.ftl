# Stories of districts, and who could work together. No sentence here says that one thing came of another: a test looks for
# such words. What a story says of itself is quoted, and stays the story's own.

# Troubles with a file of stories/. The file is named before them.
story-format = is no story that can be read; save it as Markdown or as a web page.
story-too-many = is not read, for there are more than { $most } stories; keep those that matter here.
story-open = has front matter without an end, which is read as text; write a line of three dashes below it.
story-line = has { QUOTE($line, 60) } in its front matter, which is no field; write a name, a colon and a value.
story-value = has { QUOTE($value, 60) } under { $field }, which was left out; write { $field ->
    [enrolment] a number of pupils, such as 1200
    [poverty] a share, such as 42 % or 0.42
    [tier] 1, 2, 3 or 4
   *[other] grades, such as 3-5 or K, 1
}.

page-nav-teams = Together
page-nav-stories = Elsewhere
stories-heading = What other districts tell
stories-how = Quoted in their own words from stories in the district's folder that are near to gaps found here. Nobody checked them. What one district tells says nothing about another.
stories-none = { $told ->
    [one] { $told } story was read. It is not near to any gap.
   *[other] { $told } stories were read. None of them is near to a gap.
}
stories-more = { $count ->
    [one] { $count } more story is near to a gap.
   *[other] { $count } more stories are near to a gap.
}
story-of = { COUNT($district) ->
    [0] No district is named.
   *[other] { LIST($district) }{ COUNT($pupils) ->
        [0] { "" }
       *[other] , { LIST($pupils) } pupils
    }{ COUNT($poverty) ->
        [0] .
       *[other] , { LIST($poverty) } % of them in poverty.
    }
}
story-practice = What they did, as they call it: { EXCERPT($practice, most: 160) }.
story-near = Near to: { LIST($codes) }.
story-tier = { $tier ->
    [0] It claims no tier of evidence (ESSA).
    [1] ESSA tier 1 (strong evidence), as claimed by { $who }.
    [2] ESSA tier 2 (moderate evidence), as claimed by { $who }.
    [3] ESSA tier 3 (promising evidence), as claimed by { $who }.
   *[4] ESSA tier 4 (a rationale), as claimed by { $who }.
}
story-claimed-by-itself = the story itself
story-source = Source: { EXCERPT($source, most: 200) }
story-no-source = It names no source.
story-invented = This story is invented, as an example.
story-unchecked = Nobody checked this story.

# Why a story is shown.
story-fit-grades = It is of { COUNT($grades) ->
    [one] grade
   *[other] grades
} { LIST($grades) }.
story-fit-lessons = Here, no unit is sure to teach what it is near to.
story-fit-training = Here, no training is sure to support what it is near to.
story-fit-results = Here, what it is near to stands among the most urgent by results.
story-size-like = The district is of like size ({ NUMBER($theirs) } pupils there, { NUMBER($ours) } here).
story-size-unlike = The district is of another size ({ NUMBER($theirs) } pupils there, { NUMBER($ours) } here).
story-poverty-like = A like share of pupils is in poverty ({ $theirs } % there, { $ours } % here).
story-poverty-unlike = Another share of pupils is in poverty ({ $theirs } % there, { $ours } % here).

## Who could work together.

teams-heading = Who could work together
teams-how = Schools that share a gap, one meeting for each grade and area. The unit that is named could open it: its text teaches these standards most plainly. Units are named here, and no person.
teams-more = { $count ->
    [one] { $count } more meeting
   *[other] { $count } more meetings
}
team-grades = { COUNT($grades) ->
    [0] All grades
    [one] Grade { LIST($grades) }
   *[other] Grades { LIST($grades) }
}
team-about = { $count ->
    [one] { $count } shared gap
   *[other] { $count } shared gaps
} in { LIST($schools) }.
team-gap = { $case ->
    [training] taught, and no training supports it
    [uneven] taught in { LIST($taught) }, not found in { LIST($without) }
    [both] taught in { LIST($taught) }, not found in { LIST($without) }, and no training supports it
   *[nobody] taught in no school
}
team-lead = Could open the meeting: { EXCERPT($unit, most: 90) } ({ $count } of { $of }).
team-no-lead = No unit teaches these. Begin with the standards.
team-pupils = By results, { NUMBER($pupils) } times a pupil missed one of these.
team-units = Units of these teachers: { LIST($units, $more, most: 60) }.

## On hand-outs.

heading-priorities = Where to begin, by results
handout-priority = Pupils missed about { $missed } of 100 points. { $case ->
    [cannot_tell] We cannot tell if it is taught.
    [unsupported] It is taught, and no training helps with it.
   *[untaught] It is not taught.
}
handout-priorities-how = By gap and by what pupils missed. What they missed may have many reasons.
handout-teams-how = These schools share gaps, so their teachers could meet.
handout-team = { $count ->
    [one] { $count } shared gap
   *[other] { $count } shared gaps
} in { LIST($schools) }; { COUNT($unit) ->
    [0] no unit teaches any yet
   *[other] could open the meeting: { LIST($unit, most: 60) }
}
heading-stories = What other districts tell
handout-stories-how = They say this of themselves. Nobody here checked it.
heading-results = How pupils did
results-line = { $pupils ->
    [one] { $pupils } pupil was
   *[other] { $pupils } pupils were
} tested on it, with { $items ->
    [one] { $items } question
   *[other] { $items } questions
}. They missed about { $missed } of 100 points (between { $low } and { $high }).
results-rank = By gap and results it is number { $rank } of { $of }.
three-results = Look at pupils' work on it: where do those stop who missed it, and what do the others do there?
