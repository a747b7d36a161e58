"""What headings and labels say about the role of what stands under them. To teach curalign a new heading, add it here.

Phrases are divided by commas and compared word by word, in small letters and without accents or a final s, so
`objective` also finds `Learning Objectives:`. `&` is `and`.
"""

from __future__ import annotations

from curalign.domain.materials import Role


def _listed(phrases: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in phrases.split(","))


PHRASES: dict[Role, tuple[str, ...]] = {
    Role.OBJECTIVE: _listed(
        """objective, goal, aim, outcome, daily target, learning target, learning goal, learning intention, learning
        outcome, success criteria, student facing goal, will be able to, by the end, student will, what we will learn,
        SWBAT, I can, we can, what you will learn, essential question, guiding question, focus question, enduring
        understanding, big idea, driving question, compelling question, investigative question, TSW, TSWBAT, TLW,
        WALT, WILF,
        we are learning to, objetivo, objetivo de aprendizaje, objetivo de contenido, objetivo de lenguaje, meta de
        aprendizaje, meta de la clase, pregunta esencial, criterio de exito, aprendizaje esperado, resultado de
        aprendizaje, lo estudiante podran, lo alumno podran"""
    ),
    Role.TASK: _listed(
        """activity, task, assignment, procedure, launch, warm up, opener, do now, engage, explore, exploration,
        explain, elaborate, extend, investigation, investigate, lab, experiment, demonstration, project, case study,
        game, practice, guided practice, independent practice, fluency practice, homework, exercise, problem, problem
        set, worksheet, application problem, concept development, lesson sequence, learning activity, lesson step,
        step, mini lesson, instruction, group work, work time, workshop, station, center, read aloud, role play,
        modeling, discussion, debrief, synthesis, closure, closing, reflection, sharing, try it, agenda, student task
        statement, anticipatory set, bell ringer, bell work, bellwork, direct instruction, independent work, small
        group, whole group, number talk, turn and talk, think pair share, shared reading, word work, journal writing,
        morning meeting, morning work, class activity, learning experience, learning event, teaching strategy,
        instructional strategy, engagement, elaboration, icebreaker, ice breaker, gallery walk, wrap up, brain break,
        early finisher, actividad, actividade, actividad de inicio, actividade de aprendizaje, practica guiada,
        practica independiente, procedimiento, secuencia didactica, trabajo en grupo, momento de la clase, accion
        didactica"""
    ),
    Role.ASSESSMENT: _listed(
        """assessment, exit ticket, exit slip, cool down, quiz, test, exam, checkpoint, check for understanding, self
        check, pre test, post test, unit test, mid module assessment, end of unit task, performance task, show what
        you know, rubric, grading rubric, scoring rubric, scoring guide, evaluate, evaluation, evidence of learning,
        evidence of mastery, demonstration of learning, progress monitoring, checking for understanding, knowledge
        check, quick check, exit survey, ticket out, ticket out the door, CFU, how will I assess, how will you know,
        how will I know, how do we know, assessment evidence, acceptable evidence, evaluacion, evaluacion formativa,
        evaluacion sumativa, boleto de salida, prueba corta, evidencia de aprendizaje, criterio de evaluacion,
        instrumento de evaluacion, rubrica, autoevaluacion"""
    ),
    Role.NOTE: _listed(
        """note, teacher note, note to teacher, facilitation note, presenter note, speaker note, teaching tip,
        background, background information, background knowledge, prerequisite, prior knowledge, overview, summary,
        what this unit is about, purpose, rationale, why this unit, why this lesson, why it matter, narrative, lesson
        narrative, activity narrative, unit narrative, misconception, common misconception, material, material list,
        material and resource, material resource, resource and material, material and supply, material supply,
        instructional material, instructional resource, technology resource, material and preparation, required
        material, material setup, equipment, supply, resource, you will need, set up, setup, preparation, advance
        preparation, before class, before you come, family letter, parent letter, letter to parent, permission letter,
        parental permission letter, permission slip, permission form, consent form, parental consent, vocabulary, key
        vocabulary, academic vocabulary, key term, terminology, glossary, word wall, differentiation, accommodation,
        modification, scaffold, scaffolding, UDL, english language learner, IEP, ELL, ESOL, grade level, duration,
        lesson duration, time frame, subject, subject area, support for english learner, support for ell, ell
        strategy, support for student with disability, aid, teaching aid, academic language, unfamiliar vocabulary,
        academic vocabulary to be taught, differentiation strategy, differentiated instruction, modification for
        special education student, accommodation and modification, adaptation, adaptation for different learner,
        special need, next year, next time, technology integration, use of technology, lesson length, length of lesson,
        reteach, enrichment, intervention, safety consideration, safety precaution, risk assessment, grading
        policy, late work policy, interdisciplinary connection, cross curricular connection, building background,
        preconception, possible preconception, room
        setup, handout, parking lot, background narrative, material y recurso, material requerido, recurso, recurso
        didactico, vocabulario, vocabulario clave, vocabulario academico, vocabulary
        word, palabra clave, diferenciacion, adaptacion, conocimiento previo,
        nota para el maestro, duracion, adecuacion curriculare"""
    ),
    Role.MENTION: _listed(
        """standard, standard addressed, standard covered, standard met, standard alignment, aligned standard,
        alignment, focus standard, content standard, supporting standard, related standard, connection to standard,
        practice standard, mathematical practice, standard for mathematical practice, performance expectation, science
        and engineering practice, crosscutting concept, disciplinary core idea, CCSS, NGSS, TEKS, common core,
        addressing, building on, building towards, essential knowledge and skill, student expectation, learning
        expectation, content expectation, standard of learning, standard of excellence, college and career ready
        standard, college and career readiness standard, reference, bibliography, work cited, further reading, career
        readiness standard, priority standard, power standard, anchor standard, technology standard, competency,
        benchmark, curriculum expectation, specific curriculum expectation, science engineering practice, GLE, NJSLS,
        sol, course of study, curriculum framework, estandar, estandar estatale, estandar del estado, estandar de
        contenido, competencia, competencia generica, referencia, bibliografia"""
    ),
    Role.PLAN: _listed(
        """scope and sequence, pacing, suggested pacing, pacing guide, pacing calendar, curriculum map, curriculum
        calendar, year at a glance, YAG, long range plan, yearly overview, curriculum pacing guide, schedule of unit"""
    ),
    Role.BOILERPLATE: _listed(
        """contents, table of contents, in this document, copyright, copyright notice, license, licence, legal notice,
        terms of use, permission, disclaimer, imprint, acknowledgement, acknowledgment, attribution, credit, photo
        credit, image credit"""
    ),
}
"""Phrases by role, as they stand in headings and labels."""

WHOLE_PHRASES: dict[Role, tuple[str, ...]] = {
    Role.OBJECTIVE: _listed(
        """desired result, understanding, overarching understanding, established goal, transfer goal, knowledge and
        skill, EQ, concept to be taught, proposito, proposito de la clase, student will understand, objetivo general,
        objetivo especifico, intencion de aprendizaje, I will, I will statement, we will, we are learning, student can,
        LT, LO, LI, SLO"""
    ),
    Role.TASK: _listed(
        """introduction, hook, opening, action, mind on, input, teacher input, body, body of lesson, lesson body,
        development, application, application and extension, presentation, extended learning, activation of prior
        knowledge, demonstrate, model, I do, we do, you do, you do together, partner work, pair work, work session,
        work period, summarizer, activating
        strategy, explanation, exploring phenomena, learning plan, plan of instruction, calendar time, literacy
        station, inicio, apertura, desarrollo, desarrollo de la clase, cierre, tarea, calentamiento"""
    ),
    Role.ASSESSMENT: _listed("evidence, other evidence, monitoring, examen, prueba"),
}
"""Phrases of strong roles that must be the whole heading: `Introduction to Plants` and `Action Verbs` are subjects."""

STRONG: frozenset[Role] = frozenset({Role.OBJECTIVE, Role.TASK, Role.ASSESSMENT})
"""Roles that a phrase gives at the start or end of a longer heading, and a phrase of three words anywhere. The others
weaken evidence, so for them the phrase must be the whole heading but for `FILLERS`: `Properties of Materials` is
science, not a list of materials."""

FILLERS: frozenset[str] = frozenset(
    _listed(
        """a, an, and, the, of, for, to, in, this, by, with, my, our, your, or, at, on, lesson, unit, module, chapter,
        session, day, week, class, grade, section, part, teacher, student, learner, participant, pupil, district,
        school, key, needed, required, recommended, suggested, additional, essential, important, main, other,
        optional, list, page, common, core, state, national, language, learning, daily, formative, summative, general,
        overall, target, next, generation, science, math, mathematic, ela, literacy, english, art, social, study,
        addressed, aligned, covered, used, detail, information, formal, informal, short, quick, brief, final, mid,
        end, pre, post, stage, tier, yearly, weekly, integrated, today, sped,
        curriculum, program, teaching, de, la, el, y, o, del, clase, minuto, leccion, dia, hoy, semana"""
    )
)
"""Words that a heading may hold beside a phrase without meaning something else."""

STATES: frozenset[str] = frozenset(
    _listed(
        """alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii,
        idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan,
        minnesota, mississippi, missouri, montana, nebraska, nevada, hampshire, jersey, mexico, york, north, south,
        west, new, carolina, dakota, ohio, oklahoma, oregon, pennsylvania, rhode, island, tennessee, texas, utah,
        vermont, virginia, washington, wisconsin, wyoming, columbia, academic, core, b, e, t, best, ccss, gse, wida,
        eld, iste, hcps, nc, nj, pa, k, early, childhood, extended, ccr, nvacs"""
    )
)
"""Words that name whose standards a heading speaks of: `Ohio's Learning Standards`, `Florida B.E.S.T. Standards`."""

OPENINGS: dict[Role, tuple[str, ...]] = {
    Role.OBJECTIVE: _listed(
        """swbat, swba, swk, tsw, tlw, tswbat, lwbat, pwbat, sw, lo, eq, walt, i can, i will be able to, today i will,
        today we
        will, we are learning to, i am learning to, we will learn, we will be able to, you will be able to,
        you will learn,
        students will know, students will understand, students will learn, students will demonstrate, students are
        able to, the learner will, the student will, participants will understand, puedo, yo puedo, podemos, estamos
        aprendiendo"""
    ),
}
"""How a text begins that tells its role by itself."""

LEARNERS: str = (
    "students?|learners?|pupils?|readers?|writers?|participants?|teachers?|child(?:ren)?|kids|class|graders?|scholars?|attendees?|educators?|trainees?|candidates?"
    "|leaders?|coaches|principals?|staff|ss|you|we|i|they|estudiantes?|alumn[oa]s?|participantes?|maestr[oa]s?"
    "|docentes?|niñ[oa]s?|educandos?|profesor[ae]?s?"
)
"""Whose learning an objective tells: `The students will be able to`, `Los alumnos podrán`."""

OPENING_LETTERS: tuple[str, ...] = _listed(
    """li, lo, lq, lt, lg, wilf, walt, wal, tib, sc, elo, tlo, clo, slo, swba, swbat, swk, tswbat, lwbat, pwbat, twbat,
    target, wwbat, sswbat, ss will, tsw, tlw, aim, oa"""
)
"""Letters that stand for a beginning of an objective, before a colon or a dash: `LI: to use commas`."""

_LESSONS = _listed("lesson, session, class, lección, leccion, sesión, sesion, clase")
_DAYS = _listed("day, día, dia")

CONTAINERS: dict[str, int] = {
    **dict.fromkeys(_listed("unit, module, chapter, unidad, módulo, modulo, capítulo, capitulo"), 1),
    **dict.fromkeys(_listed("topic, week, tema, semana"), 2),
    **dict.fromkeys((*_LESSONS, *_listed("workshop, section, taller")), 3),
    **dict.fromkeys((*_DAYS, "part"), 4),
    **dict.fromkeys(_listed("activity, task, lab, investigation, exercise, station, actividad, estación, estacion"), 5),
    "momento": 6,
}
"""Words that, with a number, head a part of a document, and how deep they stand: `Unit 2` above `Lesson 4`."""

MEETINGS: tuple[str, ...] = (*_LESSONS, *_DAYS, "meeting", "period")
"""What one meeting with a class is called; with a number, a paragraph that begins so begins a lesson."""

ROLE_LEVEL = 6
"""How deep a heading such as `Objectives` stands: below every container."""

TEACHING_CONTAINERS: frozenset[str] = frozenset(
    _listed(
        """lesson, session, workshop, activity, task, lab, investigation, exercise, station, lección, leccion, sesión,
        sesion, taller, momento, actividad, estación, estacion"""
    )
)
"""Containers whose text is taken for a task, whatever stands above them."""

LISTED_CONTAINERS: frozenset[str] = frozenset(
    _listed(
        """unit, module, chapter, lesson, week, session, topic, unidad, módulo, modulo, capítulo, capitulo, lección,
        leccion, semana, sesión, sesion, tema"""
    )
)
"""Containers that, one after the other with nothing under them, are a list of what there is."""

PACING_TIMES: frozenset[str] = frozenset(
    _listed(
        """week, wk, date, month, quarter, day, pacing, trimester, semester, timeframe, time frame, timeline, marking
        period, grading period, instructional time, semana, fecha, mes, trimestre, semestre, periodo, período, día,
        dia, cronograma, cycle, ciclo"""
    )
)
PACING_WEAK_TIMES: frozenset[str] = frozenset(
    _listed("time, duration, length, session, period, start, end, begin, finish")
)
"""Times that an agenda has too: they tell a pacing table only where it has a column of standards, or dates in them."""

PACING_UNITS: frozenset[str] = frozenset(
    _listed("unit, topic, chapter, module, theme, big idea, concept, unidad, tema, capítulo, módulo")
)
PACING_NAMES: frozenset[str] = frozenset(_listed("bundle, focus, content, title, lesson, text, skill"))
"""What the units of a plan may be called as well where no column is of units."""

PACING_STANDARDS: frozenset[str] = frozenset(
    _listed("""standard, ccss, teks, ngss, benchmark, expectation, indicator, estándar, estándares, estandares""")
)
PACING_SUBJECTS: frozenset[str] = frozenset(
    _listed(
        """math, mathematic, ela, elar, rla, english, reading, writing, literacy, language, lang arts, phonics, grammar,
        spelling, science, sci, social study, social science, soc studies, soc st, ss, history, geography, civics, art,
        music, computing, technology, health, stem, PE, physical education, algebra, geometry, biology, chemistry,
        physics, economics, matemática, matemáticas, lectura, escritura, ciencia, ciencias, lenguaje,
        estudios sociales, historia"""
    )
)
SUBJECT_COLUMNS: frozenset[str] = frozenset(
    _listed("subject, subject area, content area, course, discipline, asignatura, materia")
)
TEACHING_COLUMNS: frozenset[str] = frozenset(
    _listed(
        """activity, task, procedure, agenda, lesson plan, learning plan, learning experience, learning event, lesson
        sequence, instruction, actividad, actividades"""
    )
)
ASSESSMENT_COLUMNS: frozenset[str] = frozenset(_listed("assessment, evaluación, evaluaciones"))
"""Column names: a table with a time and a unit or standards, or with a unit and standards, and no teaching column is a
pacing table; with times and standards it may name its assessments."""

COLUMN_PHRASES: dict[Role, tuple[str, ...]] = {
    Role.OBJECTIVE: _listed(
        """objetivo, objetivos, meta, metas, meta de aprendizaje, objetivo de aprendizaje, objetivos de aprendizaje,
        objetivo de contenido, objetivo de lenguaje, pregunta esencial, puedo, learning objective, content objective,
        language objective, ELD objective, I can statement, target, student outcome, aprendizaje esperado"""
    ),
    Role.TASK: _listed(
        """actividad, actividades, actividad de aprendizaje, actividades de aprendizaje, procedimiento, tarea, tareas,
        practica, practica guiada, practica independiente, desarrollo, inicio, cierre, instruccion, bell
        ringer, bell work, hook, I do, we do, you do, direct instruction, guided work, independent work, small group,
        whole group, whole class, teaching, learning
        experience, lesson plan, what we do, what pupils do, what students do, in class, classwork, students do,
        teacher does, core instruction, before reading, during reading, after reading, anticipatory set, introduction,
        body, application"""
    ),
    Role.ASSESSMENT: _listed(
        """evaluacion, evaluaciones, examen, prueba, boleto de salida, evidencia, evidence, checking, exit, monitor,
        how we check, how will I know, how do we know, assessment evidence, evidencia de aprendizaje, check, formative,
        summative"""
    ),
    Role.NOTE: _listed(
        """materiales, recursos, vocabulario, vocabulario clave, palabras, palabras clave, diferenciacion,
        adaptaciones, acomodaciones, notas, comentarios, comment, remark, technology, link, intervention, enrichment,
        extension, IEP, ELL, ESL, ESOL, support, supports, apoyo, grouping, reteach, teacher reflection,
        observaciones"""
    ),
    Role.MENTION: _listed(
        """estandar, estandares, estandares estatales, competencia, competencias, benchmark, indicator, expectation,
        CC standard, learning standard, state standard, TEKS code, student expectation, SE"""
    ),
}
"""What columns and rows of tables are called beside `PHRASES`; a heading of these words may mean something else.
Spanish stands here without accents."""

ONLY_COLUMNS: frozenset[str] = frozenset(
    _listed(
        """technology, link, SE, comment, remark, target, exit, monitor, check, formative, summative, support,
        supports, body, application,
        palabras, meta, lesson plan, act"""
    )
)
"""Of these, names that say nothing as a heading: technology is taught, and anything is linked to."""

TERMS: frozenset[str] = frozenset(
    _listed(
        """misconception, accommodation, prerequisite, preconception, scaffold, scaffolding, rationale, IEP, ELL,
        ESOL, UDL, CCSS, TEKS, NGSS, handout, diferenciacion, vocabulario"""
    )
)
"""Words that only teachers' papers have: they tell a note or a mention at either end of a heading."""

OTHER_STANDARDS: frozenset[str] = frozenset(
    _listed("non, living, double, gold, setting, measurement, safety, emission, beauty")
)
"""Words of standards that are no framework's."""

SCALE_STEPS: tuple[str, ...] = _listed("above, approaching, at, below, beyond, exceed, exceeding, meet, meeting, near")
"""What stands before a standard in a scale: `Meets Standard`, `At Standard (3)`."""

FRAMEWORK_WORDS: frozenset[str] = frozenset(
    _listed("ccss, ccssm, teks, ngss, njsls, mafs, mgse, gse, ncscos, nysngls, ccrs, ccgps")
)
"""Words of which one in a column's name tells that it is of standards, whatever stands beside it."""
BESIDE_STANDARD: frozenset[str] = frozenset(
    _listed(
        """code, number, no, id, statement, description, text, and, or, addressed, covered, taught, met, alignment,
        aligned, link, connection, correlation, reference, for, in, from, ccss, description, wording, y, o, de"""
    )
)
"""What may follow the word in the name of a column of standards: `Standard Code`, and not `Standard Form`."""

NAME_COLUMNS: frozenset[str] = frozenset(
    _listed(
        """lesson, lesson title, lesson name, title, topic, day, date, week, unit, module, chapter, theme, session,
        class, period, block, section, group, center, station, content area, subject, course, grade, grade level,
        grado, number, no, lesson number, text, book, story, phase, part, lesson part, component, area, domain, skill,
        month, quarter, concept, unit title, leccion, titulo, tema, dia, fecha, semana, unidad, modulo, capitulo,
        sesion, clase, periodo, bloque, grupo, estacion, centro, materia, asignatura, curso, numero, mes, trimestre,
        area de contenido, parte"""
    )
)
"""Columns and rows that say which lesson, day or class it is; their cells head what stands beside them."""
BARE_NAMES: frozenset[str] = NAME_COLUMNS | frozenset(
    _listed(
        """year, term, semester, curriculum, plan, school, key point, safety, time, technology, word, rule, looking
        back, content, measurement, measuring, weighing, timing"""
    )
)
"""Headings of which the model of wordings is not asked: they name no more than a part, or what may be taught."""
NAME_FILLERS: frozenset[str] = frozenset(
    _listed("a, the, of, and, or, for, de, la, el, y, del, number, no, title, name")
)

CLOCK_COLUMNS: frozenset[str] = frozenset(
    _listed(
        """time, duration, minute, min, length, start, end, teacher, presenter, facilitator, who, room, location,
        tiempo, duracion, hora, minuto, minutos, maestro, maestra, docente, aula"""
    )
)
"""Columns of times and people: an agenda has them too, so they do not make a table of lessons."""

SHORT_FOR: dict[str, str] = {
    "obj": "objective",
    "std": "standard",
    "act": "activity",
    "proc": "procedure",
    "assess": "assessment",
    "assmt": "assessment",
    "hw": "homework",
    "vocab": "vocabulary",
    "matl": "material",
    "mat l": "material",
    "accom": "accommodation",
    "diff": "differentiation",
    "prep": "preparation",
}
"""How planners shorten what headings, columns and rows are called: `Obj.`, `Stds`, `Mat'ls`, `HW`."""

SCHOOL_DAYS: frozenset[str] = frozenset(
    _listed(
        """mon, tue, tues, wed, weds, thu, thur, thurs, fri, monday, tuesday, wednesday, thursday, friday, lunes,
        martes, miércoles, miercoles, jueves, viernes"""
    )
)
WEEKDAYS: frozenset[str] = SCHOOL_DAYS | frozenset(
    _listed("sat, sun, saturday, sunday, sabado, domingo, lun, mar, mie, jue, vie")
)
TOTALS: frozenset[str] = frozenset(_listed("total, subtotal, totales, suma, grand total"))
"""How a row begins that adds up the others."""
