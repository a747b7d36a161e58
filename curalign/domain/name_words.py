"""Words that tell lists of people from other lists: given names, what such lists are called, and what is no name.

Small letters without accents. A list of names is told by its header or heading; only where it has none do given names
decide, and the list of them need not be complete: a few known ones tell the list.
"""

from __future__ import annotations

GIVEN: frozenset[str] = frozenset(
    str.split(
        """
        aaliyah aaron abby abdul abdullah abel abigail abraham adam ada adele aden adrian adriana agnes ahmad ahmed
        aidan aiden aiko aisha alan alana albert alberto alejandra alejandro alex alexa alexander alexandra alexis
        alfonso alfred ali alice alicia alina alisha alison allison alma alondra alvaro alyssa amalia amanda amara
        amari amber amelia amina amir amira amy ana anabel anastasia andre andrea andres andrew andy angel angela
        angelica angelina anika anita anjali ann anna anne annie anthony antonia antonio anya april araceli ariana
        ariel arjun armando arthur arturo asha ashley asher aubrey audrey august aurora austin ava avery axel ayaan
        ayana ayesha barbara beatrice beatriz becky bella ben benjamin bernard beth bethany betty beverly bianca bill
        billy blake bob bobby bonnie brad bradley brandon brandy breanna brenda brendan brett brian brianna bridget
        brittany brooke bruce bruno bryan caleb calvin camila camille carla carlos carmen carol carolina caroline
        carolyn carrie carter cassandra catalina catherine cecilia cedric celeste celia cesar charlene charles charlie
        charlotte chelsea chen cheryl chloe chris christian christina christine christopher cindy claire clara claudia
        clayton clifford cody colin colleen connie connor cora corey courtney craig cristian cristina crystal curtis
        cynthia daisy dakota dale dalia damian damon dan dana daniel daniela danielle danny darlene darnell darrell
        darren daryl dave david dawn dean deandre deanna debbie deborah debra declan deepa delia denise dennis derek
        desiree destiny devin dev diana diane diego dinh dmitri dolores dominic dominique don donald donna dora doris
        dorothy doug douglas dov duc duncan dustin dwayne dylan ebony eddie edgar edith eduardo edward edwin efrain
        eileen elaine eleanor elena eli elias elijah elisa elise elizabeth ella ellen ellie elliot eloise elsa emil
        emilia emiliano emilio emily emma emmanuel enrique eric erica erik erika erin ernest ernesto esmeralda
        esperanza esteban esther ethan eugene eva evan eve evelyn ezekiel ezra fabian fatima faye felicia felipe felix
        fernando fiona finn florence frances francesca francis francisco frank franklin fred freddy gabriel gabriela
        gabriella gail gary gavin gemma genesis george gerald gerardo gia gilbert gina giovanni gladys glen glenda
        glenn gloria gonzalo gordon grace graciela greg gregory greta guadalupe guillermo gustavo gwen hailey hakim
        haley hana hannah hans harold haroon harper harriet harrison harry harvey hassan heather hector heidi helen
        henry herbert hernan hilda holly hope howard hugo hussein ian ibrahim ida idris ignacio imani imran ines
        ingrid irene irina iris irma isaac isabel isabella isaiah ismael israel ivan ivy jack jackie jackson jaclyn
        jacob jacqueline jada jaden jaime jalen jamal james jamie jan jane janelle janet janice jared jasmin jasmine
        jason javier jay jayden jayla jean jeanette jeff jeffery jeffrey jenna jennifer jenny jeremiah jeremy jerome
        jerry jesse jessica jesus jill jim jimena jimmy jin joan joann joanna joanne joaquin jocelyn jodi joe joel
        john johnny jon jonah jonathan jordan jorge jose josefina joseph josephine joshua josiah joy joyce juan juana
        juanita judith judy julia julian juliana julie juliet julio justin kaitlyn kamala karen karina karl karla kate
        katelyn katherine kathleen kathryn kathy katie katrina kayla kaylee keisha keith kelly kelsey ken kendra kenji
        kenneth kenya kevin khalid khadija kiara kim kimberly kiran kirk kofi kristen kristin kristina kumar kurt
        kwame kyle kylie laila lamar lan lana lance larry laura lauren laurie lawrence layla leah lee leila lena leo
        leon leona leonard leonardo leroy leslie leticia levi liam lila lillian lily lina linda ling lindsay lindsey
        lisa liu liz lloyd logan lois lola lorena lorenzo lori lorraine louis louise lourdes lucas lucia lucy luis
        luisa luke lupe luther luz lydia lynn mabel mackenzie madeline madison mae maggie mahmoud maia malik manuel
        marc marcela marcia marco marcos marcus margaret margarita maria mariah mariam mariana marie marilyn marina
        mario marisol marissa marjorie mark marlene marsha marta martha martin martina marvin mary maryam mason mateo
        mathew matilda matt matthew maureen maurice mauricio max maxine maya megan mei melanie melinda melissa
        mercedes meredith mia micah michael micheal michele michelle miguel mikayla mike mila mildred miles milo minh
        miranda miriam misty mohamed mohammad mohammed moises molly mona monica monique morgan moses muhammad mustafa
        myra nadia nancy naomi natalia natalie natasha nathan nathaniel neha neil nelson neveah ngoc nguyen nia
        nicholas nicolas nicole nina noah noel noelle noemi nora norma norman nour noor octavia olga oliver olivia
        omar oscar owen pablo paige paloma pam pamela paola parker patricia patrick patty paul paula pauline pedro
        peggy penelope penny perla peter philip phillip phoebe phuong phyllis pierre pilar priscilla priya quentin
        quinn rachel rafael raj rajesh ralph ramon ramona randy raquel rashid raul ravi ray raymond rebecca regina
        rene renee reuben rhonda ricardo richard rick ricky rita rob robert roberta roberto robin rocio rodney rodrigo
        roger rohan roland roman ron ronald rosa rosalie rosario rose rosemary rosie roxanne roy ruben ruby russell
        ruth ryan sabrina sadie saeed sal salma salvador sam samantha samir samuel sandra sandy santiago sara sarah
        saul savannah scott sean sebastian selena serena sergio seth shane shannon shanice sharon shawn sheila shelby
        shelly sherry shirley sienna sierra silvia simon simone skylar sofia sonia sonya sophia sophie stacey stacy
        stan stanley stella stephanie stephen steve steven stuart sue summer sunita susan susana suzanne sydney sylvia
        tabitha tamara tamika tammy tanisha tanya tara tasha taylor ted terence teresa terrance terri terry tessa
        thanh theo theodore theresa thomas tiffany tim timothy tina todd tom tomas tommy toni tony tonya tracy travis
        trevor trina tristan troy tuan tyler tyrone uma valentina valeria valerie vanessa vera veronica vicki victor
        victoria vihaan vijay vincent viola violet virginia vivian vladimir wade walter wanda warren wayne wei wendy
        wendell wesley will william willie willow wilson xavier ximena yasmin yolanda yosef yuki yusuf yvette yvonne
        zachary zara zhang zoe zoey
        """
    )
)
"""Given names that are common in schools of the United States."""

TITLES: frozenset[str] = frozenset(
    str.split("mr mrs ms miss mx dr prof sr sra srta senor senora profesor profesora maestro maestra")
)
PARTICLES: frozenset[str] = frozenset(
    str.split("de la las los del da dos van von der den bin al el y e di du le ten ter san jr ii iii")
)

LISTS: frozenset[str] = frozenset(
    str.split(
        """
        roster rosters attendance attendee attendees participant participants signin signup student students pupil
        pupils learner learners gradebook classlist roll present absent member members team staff teacher teachers
        presenter presenters facilitator facilitators instructor instructors signature signatures names name homeroom
        asistencia asistente asistentes participante participantes alumno alumnos alumna alumnas estudiante
        estudiantes maestros docentes firma firmas nombre nombres lista educator educators coach coaches invited
        volunteers group parent parents guardian guardians seating partners helper helpers birthdays allergies
        """
    )
)
"""Words of headings, labels and headers over lists of people; `sign in` is two words."""

AROUND: frozenset[str] = frozenset(
    str.split(
        """
        a an and or the of our my for in at to by class list sheet sign up log form pd training workshop session
        meeting today date grade period room school heat map scores score marks results data section block hour all
        full first last printed print please number no de del la los las el y hoja registro clase grado sala por who
        attended lead leader leaders present absent names name tracker progress record chart email phone small helpful
        iep ell medical alert reading math
        """
    )
)
"""Words that a heading over such a list has beside them."""

INVENTED: frozenset[str] = frozenset(
    str.split(
        """
        character characters author authors illustrator illustrators president presidents mathematician mathematicians
        scientist scientists inventor inventors artist artists composer composers hero heroes poet poets explorer
        explorers cast biography biographies personaje personajes autor autores planets states capitals cities countries
        books titles novels dinosaurs libros
        famous americans women figures inventions leaders activists founders pioneers notable historical history nobel
        """
    )
)
"""Words of headings over names that are taught: characters of a story, authors, states."""

NO_NAMES: frozenset[str] = frozenset(
    str.split(
        """
        one two three four five six seven eight nine ten zero first second third fourth fifth grade grades
        kindergarten unit lesson module chapter week day month quarter semester topic session part section page number
        numbers group exit ticket warm up cool down bell ringer do now turn talk think pair share read reading reader
        writing write writer aloud shared guided independent practice small whole center centers station stations math
        mathematics science social studies art music library gym lunch recess language arts english spanish history
        geography civics health physical education technology fractions fraction addition subtraction multiplication
        division long decimals place value geometry measurement time money data graph graphs graphing line plot area
        perimeter volume equal parts shapes angles operations algebraic thinking adding subtracting comparing ordering
        counting rounding teacher student students pupils teachers class school elementary middle high academy
        district county city town lake river mount mountain new north south east west northern southern eastern
        western saint fort port beach park street avenue road united kingdom republic america american africa asia
        europe australia antarctica ocean sea island islands national world war civil revolution constitution bill
        rights night morning afternoon monday tuesday wednesday thursday friday saturday sunday january february march
        june july september october november december spring fall autumn winter book books story stories poem poems
        little big great old young red blue green black white yellow golden brown wild house home web cat dog bear pig
        mouse rabbit fox wolf frog fish bird king queen prince princess giant magic secret lost last best very my your
        our the a an of in on at and or with for to is are was how what when where who why which can will this that
        these problem problems solving check quiz test exam project homework review assessment rubric choice board
        games game lab model models explain explore engage elaborate evaluate listen watch repeat discuss direct
        instruction minds vocabulary words word sight phonics spelling grammar main idea point view figurative text
        evidence opinion informational narrative key details author purpose water cycle solar system food chain rock
        rocks plants animals weather energy force motion matter light sound life earth human body ice cream base
        blocks frame frames tape diagram array arrays bar ruler paper pencil pencils glue scissors markers chart
        crayons costa rica puerto san santa los las el la salt alabama alaska arizona arkansas california colorado
        connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
        massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york
        ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont wisconsin wyoming canada france germany
        italy spain japan china brazil egypt greece england ireland scotland peru chile argentina colombia cuba russia
        """
    )
)
"""Words that stand in titles, places and things of class, and hardly in a person's name."""
