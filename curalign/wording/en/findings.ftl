# What is found, by its code: the sentence, the title of all findings of the code, and advice to a director.
# Where a code has several sentences, the others stand below it under the code and a word.
# A sentence says what is wrong and how to mend it, and ends with a period; quotes come from documents.

# Standards that no unit is for. $what: subject (of these grades), grades (whatever the subject) or all.
no-documents = No unit document { $what ->
        [subject] is for { EXCERPT($subject, most: 60) }{ COUNT($grades) ->
            [0] { "" }
           *[other] { " " }in { GRADES($grades) }
        }
        [grades] is for { GRADES($grades) }
       *[all] was given
    }: { $count ->
        [one] { $count } standard is
       *[other] { $count } standards are
    } unknown, not untaught; add the units, or name in curalign.toml what the district answers for.

# $nearness: none, close, away, far. $scale: passage ($probability is the passage's, $needed what would count) or standard
# ($probability is that of the standard's being taught or supported at all).
nearest-passage = { $nearness ->
    [none] no passage comes anywhere near it
   *[other] the nearest passage, { QUOTE($passage, most: 60) }, { $nearness ->
        [close] comes close
        [away] is some way off
       *[far] is far from it
    } ({ $scale ->
        [standard] probability { CHANCE($probability) } that this is enough
       *[passage] probability { CHANCE($probability) }, { THRESHOLD($needed) } would count
    })
}
# $missing are parts of the standard that no near passage mentions.
missing-parts = { COUNT($missing) ->
    [0] { "" }
   *[other] { " " }and says nothing of { LIST($missing, most: 40) }
}
# $instead is the code that the passage is more about, or nothing; $also the places of more passages.
deciding-passage = { $nearness ->
    [none] no passage comes near it
   *[other] what decides is { QUOTE($passage, most: 60) }{ COUNT($instead) ->
        [0] { "" }
       *[other] , which is more about { LIST($instead, most: 30) }
    }{ missing-parts }{ COUNT($also) ->
        [0] { "" }
       *[other] ; see also { LIST($also, most: 60) }
    }
}

U101 = { QUOTE($statement, most: 70) } is taught in no unit{ COUNT($grades) ->
        [0] { "" }
       *[other] { " " }for { GRADES($grades) }
    }: { nearest-passage }{ missing-parts }; { $nearness ->
        [none] plan a lesson for it
       *[other] extend that lesson or add one
    }.
    .title = Not taught
    .advice = No unit teaches these. Plan where they will be taught, or record in curalign.toml why they are not.

# $why: weak (a good passage that pupils do not work on) or part (a passage that says only some of it).
U102 = { QUOTE($statement, most: 70) } is taught thinly: the best passage, { QUOTE($passage, most: 60) }, { $why ->
        [weak] fits well (probability { CHANCE($probability) }) but is not an objective, task or assessment; add one that pupils work on
       *[part] fits only in part (probability { CHANCE($probability) }, { THRESHOLD($needed) } would be full){ missing-parts }; make the lesson say and practise the whole of it
    }.
    .title = Taught thinly
    .advice = A unit touches these standards and does not reach them. Deepen the lesson named.

# $where: text (looked for in the document itself) or units (in all units, for a document that only lists).
U103 = { QUOTE($document, most: 60) } cites { EXCERPT($cited, most: 40) }, { QUOTE($statement, most: 70) }, but { $where ->
        [units] no unit
       *[text] nothing in its text
    } teaches it (probability { CHANCE($probability) } at best, { THRESHOLD($needed) } would count); teach it or take the code away.
    .title = Claimed without support
    .advice = Documents claim these standards, and the text shows no teaching of them. Teach them or take the claim away.
U103-no-unit = { LIST($documents, $more, most: 40) } { COUNT($documents) ->
        [1] cites
       *[other] cite
    } { EXCERPT($cited, most: 40) }, { QUOTE($statement, most: 70) }, but no unit teaches it (probability { CHANCE($probability) } that one does); teach it or take the code away.
U103-copied = { QUOTE($document, most: 60) } copies { QUOTE($statement, most: 70) }, but { $where ->
        [units] no unit
       *[text] nothing in its text
    } teaches it (probability { CHANCE($probability) } at best, { THRESHOLD($needed) } would count); teach it or take the statement out.

U104 = { QUOTE($statement, most: 70) } is taught, but no unit cites it; add its code to the lesson named here.
    .title = Taught but not claimed
    .advice = The text teaches these standards and does not cite them. Add the code.
U104-nothing-cited = No unit cites a standard of these frameworks by its code, so what is taught could not be compared with what is claimed; add the codes to the units if you want to track them.

# $taught: the grades of the document; $grades: those of the standard. Either may state none.
U105 = { QUOTE($statement, most: 70) } is taught in { COUNT($taught) ->
        [0] another grade
       *[other] { GRADES($taught) }
    } only, in { QUOTE($document, most: 90) } (probability { CHANCE($probability) }), though it belongs to { COUNT($grades) ->
        [0] its own grade
       *[other] { GRADES($grades) }
    }; move that lesson or repeat it there.
    .title = Taught at another grade only
    .advice = Move the lesson, or agree which grade teaches the standard.

U106 = { QUOTE($statement, most: 70) } { $verdict ->
        [not_taught] is probably not taught
       *[cannot_tell] may be taught or not
    }{ COUNT($grades) ->
        [0] { "" }
       *[other] { " " }for { GRADES($grades) }
    } (probability { CHANCE($probability) } that it is): { deciding-passage }; read it and decide.
    .title = To check: taught or not
    .advice = The text alone does not settle these. Read the passages named; teach the standard where they do not, or record in curalign.toml what you decide.

P201 = { QUOTE($statement, most: 70) } is taught, but no professional development supports it: { nearest-passage }; plan a session on it.
    .title = Taught, and no PD supports it
    .advice = Teachers are asked to teach these and no training helps them to.

P202 = { QUOTE($document, most: 60) } supports nothing that is taught: it comes nearest to { EXCERPT($nearest, most: 40) } (probability { CHANCE($probability) }, { THRESHOLD($needed) } would count); ask what it is meant to support.
    .title = PD that supports nothing taught
    .advice = This training meets no standard that the units teach.
P202-about-little = { QUOTE($document, most: 60) } supports nothing that is taught: it comes nearest to { EXCERPT($nearest, most: 40) }, which { CHANCE($share) } of its text is about; ask what it is meant to support.

P203 = { QUOTE($statement, most: 70) } is taught, and professional development { $verdict ->
        [not_taught] probably does not support it
       *[cannot_tell] may support it or not
    } (probability { CHANCE($probability) } that it does): { deciding-passage }; read it and decide.
    .title = To check: supported by PD or not
    .advice = The text alone does not settle these. Read the passages named, and plan a session where they do not help.

F301 =
    .title = Could not be read
    .advice = These files count for nothing until they can be read. Save them again and check.

F302 =
    .title = Pages without text
    .advice = Scanned pages have no text to judge. Export the document again, or run OCR on it.

# $share: of a hundred rows of words, how many both documents have.
F304 = { QUOTE($document, most: 80) } says the same as { QUOTE($other, most: 80) } ({ $share } of 100 rows of words are in both); keep the one that is taught from. It changes no number.
    .title = Copies of a document
    .advice = Two versions of one document. Keep the one that is taught from and take the other out of the folder.

F303 =
    .title = Could not be judged
    .advice = These are unknown rather than missing. A decision that is named here fits nothing any more.
F303-no-pd = Professional development was not judged, because the district has no PD folder; add its documents in pd/ to learn which standards they support.
F303-no-documents = { no-documents }
# $kind: unit or pd. $codes are the first of $count standards, $more the rest.
F303-unknown = { $count ->
        [one] { $count } standard
       *[other] { $count } standards
    } could not be judged in { $kind ->
        [pd] professional development
       *[unit] units
    } ({ LIST($codes, $more, most: 40) }), because no document for them could be judged; add some, or mend the files that other findings name.
# $why: settings (they name other grades) or documents (none is for these grades).
F303-grades-left-out = Not counted: { $count ->
        [one] { $count } standard
       *[other] { $count } standards
    } of { GRADES($grades) }, because { $why ->
        [settings] the settings name other grades
       *[documents] no unit document is for these grades
    }; add those units, or name the grades in curalign.toml, to have them judged.

# Decisions that people wrote into curalign.toml. $verdict: deferred or wrong; $near: names that were perhaps meant.
decision-head = The decision for { EXCERPT($subject, most: 80) } ({ $verdict }, { EXCERPT($owner, most: 40) })
did-you-mean = { COUNT($near) ->
    [0] mend it
   *[other] did you mean { $near }? Mend it
}
F303-decision-names-no-standard = { decision-head } names no standard that was checked; { did-you-mean } in curalign.toml.
F303-decision-names-no-file = { decision-head } names no file that was checked; { did-you-mean } in curalign.toml.
F303-decision-not-needed = { decision-head } is no longer needed, because nothing is found there any more; take it out of curalign.toml.
decision-expired = The decision of { EXCERPT($owner, most: 40) } { $verdict ->
        [wrong] that this is wrong
       *[deferred] to defer this
    } expired on { $expires }.
