"""Words that tell lists of people from other lists: given names, what such lists are called, and what is no name.

Small letters without accents. A list of names is told by its header or heading; only where it has none do given names
decide, and the list of them need not be complete: a few known ones tell the list.
"""

from __future__ import annotations

GIVEN: frozenset[str] = frozenset(
    str.split(
        """
        aaden aaliyah aarav aaron aarya abbey abbie abby abdallah abdiel abdul abdullah abebe abel abena abigail
        abraham abram abril achim ada adaeze adalyn adalynn adam adan addison addyson adebayo adele adeline
        adelyn adelynn aden aditi aditya adrian adriana adriel adrienne agatha agnes agnieszka ahmad ahmed aidan
        aiden aiko aileen aimee ainsley aisha aisling aitana ajay akira akosua alaina alan alana alaya alayah
        albert alberto alden alejandra alejandro aleksander aleksandra alena alessandra alessandro alex alexa
        alexander alexandra alexia alexis alexzander alfonso alfred ali alice alicia alijah alina alisa alisha
        alison alisson alistair aliyah allan allen allison alma alondra alonzo alvaro alyson alyssa amadou
        amalia amanda amara amare amari amaya amayah amber amelia amelie amia amias amina aminata amir amira
        amiyah amos amy ana anabel anahi anais anand ananya anastasia anders andi andre andrea andres andrew
        andriy andy angel angela angelica angelina angelo angie anika anita aniya aniyah anjali ann anna annabel
        annabella annabelle annalise anne annette annie annika ansel anthony antoine antonella antonia antonio
        anwar anya april arabella araceli archer archie ari aria ariadne ariana arianna ariel ariella arielle
        aris arjun arlo armaan armando armani arnav arthur arturo arun aryan aryana aryanna asha ashanti asher
        ashley ashlyn ashton asiya astrid atticus aubree aubrey aubrie aubriella audrey august augustus aurora
        austin ava avah avani averie avery avi aviana axel ayaan ayana ayesha ayla aylin azalea azariah bao
        barbara barrett bastian beatrice beatriz beckett becky belen bella ben benicio benito benjamin bennett
        bentley bernard beth bethanie bethany betty beverly bianca bich bilal bill billy bjorn blaine blake bob
        bobby bodhi bohdan bonnie boris bowen brad braden bradford bradley brady brandon brandy brantley braxton
        brayan brayden braylen braylon breanna brecken brenda brendan brenna brennan brent brett brian briana
        brianna briar bridget briella briggs briley brinley brittany brittney brock broderick brody bronwyn
        brooke bruce bruno bryan bryant bryce brycen brynlee brynn bryson byron cade caden cadence cael caiden
        cain caitlin caitlyn caleb callie callum calvin camden cameron camila camille camilo camron candace
        candice carina carissa carla carlos carlton carly carmela carmen carol carolina caroline carolyn
        carolyne carrie carson carter cartwright casey caspian cassandra cassidy cataleya catalina catherine
        cayden cecilia cedric celeste celia cesar chana chanel chantal charlee charleigh charlene charles charli
        charlie charlotte chaya chelsea chen cheryl chiamaka chiara chidera chidi chinedu chioma chloe chris
        christian christina christine christopher chukwuma ciara cillian cindy claire clara claudia claudio
        clayton clifford cody cohen colin colleen collin colton conner connie connor conor cora corbin cordelia
        corey corinne courtney craig cristian cristina cristobal crosby crystal cullen curtis cynthia cyrus
        dahlia daisuke daisy dakota dale dalia dalton damian damien damon dan dana dandre dane danica daniel
        daniela danielle danika danna danny dante daphne darian darius darlene darnell darrell darren darwin
        daryl dashawn dave david davina davis davon dawit dawn dax dayana deacon dean deandre deangelo deanna
        debbie deborah debra declan deepa deepak delaney delia delilah demarcus demetrius dempsey denise dennis
        dennisse deon derek deshawn desiree desmond destiny dev devin devon dexter diana diane diego dimitri
        dina dinh dion divya dmitri dmytro dolores dominic dominick dominique don donald donna donovan donte
        dora dorian doris dorothy doug douglas dov draven duc dulce duncan dustin dwayne dwight dylan easton
        ebony eddie edgar edison edith eduard eduardo edward edwin efrain eila eileen ekaterina elaina elaine
        eleanor eleanora elena eli elian eliana elias eliezer elijah elina elisa elise eliseo eliza elizabeth
        ella elle ellen ellie elliot elliott ellis elodie eloisa eloise elora elsa elsie elvin elvira elyse
        emeka emelia emerson emery emil emilee emilia emiliano emilie emilio emily emma emmalyn emmanuel
        emmeline emmett emmy enoch enrique enzo ephraim eren eric erica erick erik erika erin ernest ernestine
        ernesto esme esmeralda esperanza esteban estefania estela estella esther estrella ethan eugene eunice
        eva evan evangelina evangeline eve evelyn everett everleigh everly evie ezekiel ezequiel ezra fabian
        faisal farah farhan fatima fatou fatoumata faye federico felicia felicity felipe felix fernanda fernando
        finley finn finnegan finnian fiona fletcher flor flora florence floyd frances francesca francine francis
        francisco franco frank franklin fred freddy freya frida gabriel gabriela gabriella gail galilea ganesh
        gareth garrett gary gaspar gavin gavyn gemma genesis geneva genevieve george georgina gerald gerard
        gerardo germaine gia gianna gideon gilbert gina giovanna giovanni gisele giselle gita giuliana gladys
        glen glenda glenn gloria gonzalo gordon grace gracelyn gracie graciela graysen grayson greg gregory
        greta greyson griffin guadalupe guillermo gunner gustavo gwen gwendolyn gwyneth habib hadassah hadley
        hailee hailey hakim haleigh haley halle hamza hana hannah hans harish harley harlow harold haroon harper
        harriet harrison harry haruka haruto harvey hashim hassan hayden hayes haylee heather hector heidi helen
        hendrix henley henry herbert hernan hezekiah hiba hilda hiroshi holden holly hope howard hudson hugo
        huong hussein hye ian ibraheem ibrahim ida idris ifeoma ignacio ignatius iker ilana ilyas imani imogen
        imran inaya indie indira ines ingrid iqbal irene irina iris irma iryna isaac isabel isabela isabella
        isadora isaiah isaias isha ishaan ishan isis isla ismael isobel israel itzel ivan ivy izabella jabari
        jace jack jackie jackson jaclyn jacob jacoby jacqueline jada jaden jaelyn jaelynn jagger jaiden jaime
        jakob jakub jalani jalen jaliyah jamal jamari james jameson jamie jamil jamila jamir jan janae jane
        janelle janessa janet janice janiyah jaqueline jared jasiah jasmin jasmine jason javier javion jaxon
        jaxson jaxton jay jayce jaycee jayceon jayden jayla jaylah jaylee jayleen jaylen jaylin jaylynn jayson
        jaziel jazlyn jazmin jazmine jean jeanette jedidiah jeff jeffery jeffrey jenna jennifer jenny jeremiah
        jeremias jeremy jericho jermaine jerome jerry jesse jessica jesus jett jia jiho jill jim jimena jimmy
        jin jing jiwoo joan joann joanna joanne joaquin jocelyn jodi joe joel johan johana johanna john
        johnathan johnny jolene jolie jon jonah jonas jonathan jonathon jordan jordyn jorge jose josef josefina
        joselyn joseph josephine joshua josiah josie josue journee jovan jovani jovanni joy joyce juan juana
        juanita judah jude judi judith judy julia julian juliana julie julien juliet julio julissa justin
        justine kaden kadence kai kaia kaiden kailani kailey kairo kaitlin kaitlyn kaito kaiya kaleb kali
        kaliyah kamala kameron kamila kamryn kane karen karim karime karina karis karl karla karson karsyn
        karter kase kash kason kassidy katarzyna kate katelyn katherine kathleen kathryn kathy katie katrina
        kavita kavya kayden kayla kaylani kaylee kaylin kaylyn kaysen keanu keegan keenan kehlani keira keisha
        keith kelly kelsey kelvin ken kendall kendra kendrick kenia kenji kenna kenneth kensley kenya kenzie
        kenzo kevin khadija khadijah khalid khalil khanh khloe kian kiara kieran killian kim kimber kimberly
        kingsley kinley kinsley kira kiran kirk kobe kody kofi kohen kole kolton konnor korbin krish kristen
        kristin kristina krystal krzysztof kumar kurt kwabena kwame kwesi kyla kylan kyle kylee kyleigh kyler
        kylie kylo kymani kyra kyree kyrie kyson laila lainey lakshmi lamar lamont lan lana lance landen lando
        landon landry langston lara larissa larry latasha latoya laura lauren laurie lawrence layla leah leandro
        lee leela leen leif leighton leila leilani leland lena lennon lennox leo leon leona leonard leonardo
        leonel leonidas leora lerato leroy leslie lesly leticia levi lexi lia liam liana lila lilah lilia
        liliana lilith lillian lilliana lilly lily lilyana lina linda lindsay lindsey ling linh lisa lisandro
        liu livia liz lloyd lochlan logan lois lola lolita londyn lorelai lorelei lorena lorenzo lori lorraine
        louis louise lourdes luca lucas lucia lucian luciana lucien lucille lucinda lucius lucy luis luisa luka
        lukas lukasz luke lupe luther luz lydia lyla lynn lyra mabel maci macie mackenna mackenzie macy maddie
        maddox madeline madelyn madelynn madilyn madison madisyn mae maeve magdalena maggie magnus mahmoud
        mahmud maia maisie makai makayla makenna makenzie malachi malakai malaya malaysia maleah malgorzata
        malia malik maliyah mallory mamadou mandy manish manuel manuela mara marc marcel marcela marcelino
        marcelo marcia marco marcos marcus margaret margarita margot maria mariah mariajose mariam mariana
        maribel marie mariel mariella marilyn marina mario marisa marisol marissa maritza marjorie marjory mark
        markus marleigh marlene marley marlon marquis marsha marta martha martin martina marvin mary maryam
        masha mason massimo mateo mathew matias matilda matt matteo matthew matthias maureen maurice mauricio
        max maximilian maximiliano maximo maximus maxine maya mayra mckayla mckenna mckenzie meera megan mehmet
        mei meilani mekhi melanie melany melina melinda melissa melvin mercedes meredith mia micah michael
        micheal michele michelle miguel mikael mikaela mikayla mike mikhail mila milana milani mildred milena
        miles millie milo minerva minh minjun mirabel miranda mireya miriam misael misty mitchell mohamad
        mohamed mohammad mohammed mohamud moira moises molly mona monica monique mordechai morgan moriah moses
        moshe muhammad mulugeta murad musa mustafa myah mykola myla mylah myra nadia nadir nahla naima najma
        nala nalani naledi nancy naoki naomi nash nasir natalia natalie nataliya nataly natalya natasha nathalia
        nathalie nathan nathanael nathaniel naya nayeli neal neha nehemiah neil nelly nelson nevaeh neveah ngoc
        ngozi nguyen nguyet nia nicholas nichole nico nicolas nicole nigel nikhil nikita nikki niko nikolai
        nikolas niles nina nisha nkechi noa noah noel noelani noelle noemi nolan noor noora nora norma norman
        nour nyla nylah obinna octavia octavio oksana oleksandr olena olga oliver olivia olivier olumide
        oluwaseun oluwatobi omar omari orla oscar osvaldo otis ousmane owen pablo paige paislee paisley paloma
        pam pamela paola parisa parker patrice patricia patrick patty paul paula paulina pauline pawel paxton
        payton pedro peggy penelope penny percy perla peter peyton philip philippa phillip phoebe phuc phuong
        phyllis pierre pilar piotr pooja praveen preston priscilla priya priyanka quan quentin quinn quinton
        quynh rachel rachelle raegan raelyn raelynn rafael rafaela rafe rahul raina raj rajesh ralph rami ramiro
        ramon ramona randy rania ranya raquel rashad rashid raul ravi ravindra ray rayan rayden raylan raymond
        rayna reagan rebecca rebekah reece reese regina reginald reid reina remi remington remy renata rene
        renee reuben reyansh reyna rhea rhett rhonda rhys ricardo richard richie rick ricky riku riley rita
        rivka rob robbie robert roberta roberto robin rocco rocio rodney rodrigo roger rohan rohini rohit roisin
        roland roman romina ron ronald ronan ronin rory rosa rosalia rosalie rosalind rosalinda rosalyn rosario
        rose roselyn rosemary rosie rowen roxanne roy royce ruben ruby rudy russell ruth ryan ryker rylan ryland
        rylee ryleigh rylie sabine sabrina sade sadie saeed safa saige sakura sal salim salma salvador salvatore
        sam samantha samara samer samir samira samiyah samson samuel sanaa sandra sandy sania saniya saniyah
        sanjay santana santiago santino sara sarah sarahi sarai sariah sasha saskia saul savanna savannah sayed
        scarlett scott seamus sean sebastian selah selam selena selina selma seojun serena sergei sergio seth
        shanaya shane shanelle shania shanice shaniya shannon shanti sharon shaun shawn shayla shaylee shaziya
        sheila shelby shelly sherry shiloh shirley shivani shreya sienna sierra silas silvia simon simone
        siobhan sipho skyla skylar skyler sloane sneha sofia sofie solomon sonia sonya soobin sophia sophie
        soren sota stacey stacy stan stanley stefan stefanie stefano stella stephan stephanie stephany stephen
        steve steven stevie stuart subhan sue sullivan summer sunil sunita suresh suri susan susana susanna
        suzanne suzette svetlana sydney sylvia sylvie tabitha tahir talia taliyah tamar tamara tamsin tamia tamika
        tammy tania tanisha tanya tara taraji taras tariq tasha tatiana tatum taylor teagan ted teegan tendai
        tenley teo terence teresa terrance terrell terri terry tess tessa thabo thalia thanh thatcher thea
        theadora theo theodore theresa thiago thierry thomas thu thuy tiana tiara tiffani tiffany tigist tim
        timothy tina tobias tobin toby todd tom tomas tomasz tommy toni tony tonya torin tracy travis trevon
        trevor trey treyvon trina trinh tripp tristan tristen troy truman tuan tuyet tyler tyra tyree tyrell
        tyrone tyson uma uriah uriel valentin valentina valentino valeria valerie vanessa vaughn veda vera
        veronica vicki victor victoria vihaan vijay viktor viktoria vincent vincenzo viola violet virginia vivek
        vivian viviana vivienne vladimir vladislav volodymyr wade walid wallace walter wanda warren waylon wayne
        wei wendell wendy wesley weston whitney wilfred wilhelmina will william willie willow wilson winnie
        wojciech wyatt xander xavier xia xiang xiao ximena xin xiomara xochitl yael yahir yahya yamileth yara
        yaretzi yasin yasir yasmeen yasmin yaw yazan yesenia yohannes yolanda yosef yousef youssef yuki yulia
        yuliana yulissa yun yuna yuri yusra yusuf yuto yvette yvonne zachariah zachary zackary zahra zaid zain
        zainab zaire zander zanele zara zaria zariah zariyah zayd zayden zayn zayne zeinab zelda zendaya zeynep
        zhang zhen zion ziva zoe zoey zola zora zuri
        """
    )
)
"""Given names that are common in schools of the United States."""

WORDS_TOO: frozenset[str] = frozenset(
    str.split(
        """
        adam alma amber angel april aria asher august aurora austin bill bob brooke carolina carter charlotte
        chelsea christian crystal daisy dakota dale dawn dean destiny don dov faye florence florida frank gail
        genesis geneva georgia glen grace harper harrison heather heidi holly hope iris israel ivy jackson jan
        jasmine jay jean jesus jordan joy juliet kenya lan lance lily madison marina mark martin mason matilda
        mercedes miles miranda misty moses nelson parker penelope penny ray rob roman rose rosemary ruby sandy
        santiago savannah scott sierra stella summer sydney thu victor viola violet virginia wade warren wayne
        will willow wilson
        """
    )
)
"""Given names that are words, flowers, stones, months, places and books as well: alone they tell nobody."""

TITLES: frozenset[str] = frozenset(
    str.split("mr mrs ms miss mx dr prof sr sra srta mtra mtro lic senor senora profesor profesora maestro maestra")
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
        principal principals observer observers mentor mentors mentee mentees contact contacts manager committee
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
        s iep ell medical alert reading math emergency your primary secondary case
        curriculum writing planning
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
        books titles novel novels literature dinosaurs libros
        protagonist antagonist narrator villain heroine election elections candidate candidates senators
        governors astronauts athletes olympics discovery invention
        famous americans women figures inventions leaders activists founders pioneers notable historical history nobel
        """
    )
)
"""Words of headings over names that are taught: characters of a story, authors, states."""

CONTENT: frozenset[str] = frozenset(
    str.split(
        """
        flowers flower gems colors colours months seasons hurricanes storms kings queens saints gods goddesses rhyme
        rhymes fable fables tale tales story stories read book text title novel play plays scene act myth myths word
        words vocabulary spelling sight synonyms antonyms flor flores colores meses ciudades cuentos lectura
        vocabulario series siblings friends sisters brothers cousins problem problems river rivers lake lakes mountain
        mountains vowel vowels short long blend blends digraph digraphs noun nouns proper abc order alphabetize
        alphabetical capitalize sentence sentences city capital state country town towns moon moons planet vote votes
        community
        """
    )
)
"""Words of labels before names that are things, places, or of a story; `INVENTED` are those of headings."""

GROUPING: frozenset[str] = frozenset(
    str.split(
        """
        group groups table tables team teams tier pair pairs partner partners buddy buddies reteach reteaching
        intervention interventions enrichment extension extensions absent tardy pull pullout conference conferences
        confer iep ell el eld gt rti mtss sped speech esl modification modifications accommodation accommodations
        level seat seats seating helper helpers job jobs leader leaders student students pupil pupils kids learners
        allergies allergy birthdays birthday makeup retake retakes missing needs ready mastered proficient struggling
        support intensive strategic benchmark small pod pods desk desks challenge alumnos estudiantes grupo grupos
        mesa mesas equipo equipos parejas ausentes monitor present low mid medium high approaching emerging bubble
        bus rider riders walkers aftercare daycare dismissal medical medicine taker recorder timekeeper scribe
        presenter presenters facilitator facilitators speaker speakers trainer trainers summarizer connector
        reporter car walk van pickup extend enrich star vip owes beginning developing exceeding meets secure
        """
    )
)
"""Words of labels before names of pupils, who are put together, or of whom something is noted."""

NOTING: frozenset[str] = frozenset(
    str.split(
        """
        behavior behaviour anecdotal comment conference accommodation modification iep birthday allergie allergy
        buddie buddy partner group grouping seating intervention roster tardie absence absent referral incident
        discipline conducta cumpleano nota grupo pareja observation conferring running dismissal medical
        reflection pull pullout speech
        """
    )
)
"""Words of headings over what is noted of single pupils, without the s of a plural."""

NOTING_TESTS: frozenset[str] = frozenset(("data", "result", "score", "level"))
"""Words of such headings where another says whose they are, as `exit ticket` does."""

FAMOUS: frozenset[str] = frozenset(
    str.split(
        """
        abigail-adams abraham-lincoln ada-lovelace adam-eve alan-turing albert-einstein alexander-bell
        alexander-fleming alexander-hamilton amelia-bedelia amelia-earhart andrew-jackson anne-frank
        anne-shirley anne-sullivan arnold-lobel babe-ruth barack-obama benito-juarez benjamin-franklin
        betsy-ross beverly-cleary bill-clinton bill-gates cain-abel carl-sagan cesar-chavez charles-darwin
        charles-dickens christopher-columbus clara-barton claude-monet diego-rivera dolores-huerta donald-trump
        dorothy-vaughan dr-seuss duke-ellington edgar-poe eleanor-roosevelt elizabeth-stanton emily-dickinson
        eric-carle ezra-keats ferdinand-magellan florence-nightingale franklin-roosevelt frederick-douglass
        frida-kahlo galileo-galilei gary-soto george-bush george-carver george-washington georgia-keeffe
        grace-hopper gregor-mendel greta-thunberg hansel-gretel harriet-tubman harry-potter helen-keller
        henry-ford henry-hudson henry-mudge hernan-cortes huck-finn isaac-newton jack-jill jackie-robinson
        jacqueline-woodson james-madison james-monroe jane-austen jane-goodall jesse-owens joe-biden johann-bach
        john-adams john-cabot john-kennedy john-lewis jonas-salk judy-blume julius-caesar junie-jones
        kamala-harris kate-dicamillo katherine-johnson langston-hughes leonardo-vinci lewis-clark
        louis-armstrong louis-braille louis-pasteur ludwig-beethoven mae-jemison mahatma-gandhi malala-yousafzai
        malcolm-x marco-polo marie-curie mark-twain martin-king mary-jackson maurice-sendak maya-angelou
        meriwether-lewis michelle-obama mo-willems mother-teresa napoleon-bonaparte neil-armstrong
        nelson-mandela nikola-tesla orpheus-eurydice orville-wright pablo-picasso pam-ryan patricia-polacco
        patrick-henry paul-revere rachel-carson ramona-quimby roald-dahl robert-frost romeo-juliet ronald-reagan
        rosa-parks rosalind-franklin ruby-bridges ruth-ginsburg sally-ride samuel-adams sandra-cisneros
        serena-williams shel-silverstein simon-bolivar sitting-bull sojourner-truth sonia-sotomayor
        stephen-hawking steve-jobs stuart-little susan-anthony theodore-roosevelt thomas-edison thomas-jefferson
        thurgood-marshall tom-sawyer tomie-paola ulysses-grant vincent-gogh walt-whitman wilbur-wright
        william-clark william-shakespeare wilma-rudolph wolfgang-mozart woodrow-wilson
        """
    )
)
"""Given and last names of people whom lessons are about, in books too, and two who stand together in a tale."""

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
        these all everyone everybody both none
        problem problems solving check quiz test exam project homework review assessment rubric choice board
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
