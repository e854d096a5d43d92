/** Given names that are common in the languages support mail is written in, lower case, without accents. Those that are words too stand apart. */
const names = `
aaliyah aaron abdul abdullah abigail adam adrian adriana ahmed ahmad aidan aisha akira alan albert alberto alejandra alejandro aleksandr
aleksander alena alessandro alessia alex alexander alexandra alexandre alexis alfonso alfred alfredo alice alicia alina alison allison
alvaro amanda amelia amelie amina amir amit amy ana anastasia anders andre andrea andreas andrei andres andrew andrey angela angelica
angelina angelo anil anita anja anke ann anna annalena anne annette annika ansgar anthony antje antoine antonia antonio anton anya
ariana arjun armando arnaud arthur arturo arun asha ashley astrid aurelie aurora austin axel ayesha ayse barbara bartosz beatrice beatriz
beata ben benedikt benjamin bernadette bernard bernd bernhard beth bettina bianca birgit bjorn bogdan boris brandon brenda brian bridget
brigitte bruno bryan caitlin caleb cameron camila camille carl carla carlo carlos carmen carol carolina caroline carolyn carsten caterina
catherine cathy cecilia cecile celine cesar chantal charles charlotte chiara chloe chris christa christian christiane christina christine
christoph christophe christopher cindy claire clara claudia claudio clemens clement connor constance cornelia craig cristian cristina
cynthia daniel daniela daniele danielle danny dariusz darren dave david deborah debra deepak delphine denis denise dennis derek desmond
diana diane diego dieter dietmar dimitri dirk dmitri dmitry dominic dominik dominique donald donna dorota dorothy douglas duncan dylan
eduardo edward edwin eileen ekaterina elaine elena eleanor elias elif elisa elisabeth elise elizabeth elke ella ellen emilia emilie
emilio emily emma emmanuel emre enrico enrique eric erica erich erik erika ernesto esteban esther ethan eugene eva evan evelyn evgeny
ewa fabian fabio fabrice fatima fatma federica federico felipe felix ferdinand fernanda fernando fiona florence florian floriane
francesca francesco francis francisca francisco franck francois francoise frank franziska frederic frederick frieda friedrich fritz gabriel
gabriela gabriele gabrielle gareth gary genevieve geoffrey george georg georges gerald gerard gerhard gerd gertrud gianluca gilbert
giorgio giovanna giovanni gisela giulia giuseppe gloria gonzalo gordon grazyna graham greg gregor gregory greta grzegorz guido
guillaume guillermo gunter gunther gustavo hamza hana hanna hannah hannes hans haruki harald harold harry hassan hector heather heidi
heike heiko heinrich heinz helen helena helene helga helmut hendrik henri henrik henrike henry herbert hermann hiroshi holger horst
howard hubert hugo hussein ian ibrahim ida ignacio igor ikram ilona ilse imran ines inga inge ingo ingrid irene irina isaac isabel
isabella isabelle ivan ivana ivo jacek jack jackie jacob jacqueline jacques jaime jakob jakub james jamie jana jane janet janice
janina janine janusz jared jasmin jasmine jason javier jean jeanette jeff jeffrey jelena jenna jennifer jenny jens jeremy jerome jerry
jerzy jesse jessica jesus jill jim jimmy joachim joan joana joanna joanne joao joaquin jochen joe joel joerg johan johann johanna johannes
john johnny jolanta jonas jonathan jordi jorg jorge jose josef josefine joseph joshua josiane juan juana juanita judith judy julia
julian juliana juliane julie julien juliette jurgen justin justyna kai kamal kamil karen karim karin karina karl karolina karsten
katarina katarzyna kate katharina katherine kathleen kathrin kathryn kathy katja katrin kavita keiko keith kelly ken kenji kenneth kerstin
kevin khalid kim kimberly kirsten klaus konrad konstantin krishna kristen kristin kristina krzysztof kumar kurt kyle lakshmi lars laszlo
latoya laura lauren laurence laurent layla lea leah leila lena lennart leo leon leonard leonardo leonie leonora leroy leslie liam
liliana lillian lina linda lindsay lisa logan lorena lorenzo lori lothar louis louise luc luca lucas lucia luciana lucie lucy ludwig
luigi luis luisa lukas lukasz lutz lydia lynn maciej madeleine madison magda magdalena mahmoud maja malgorzata malik manfred manuel
manuela marc marcel marcela marcello marcin marco marcos marcus margaret margarita margot maria mariam marian mariana marianne marie
marija marina mario marion marisol markus marlene marta martha martin martina marvin mary marzena masako mateo mateusz mathias
mathieu mathilde matt matteo matthew matthias maud maureen maurice mauricio mauro maximilian maxime megan mehmet mei melanie melissa
mercedes mia michael michaela michal michel michele micheline michelle miguel mikael mike mikhail milan milena miriam mirko mohamed
mohammad mohammed mohamad moira monica monika monique moritz muhammad mustafa nadia nadine nancy naomi natalia natalie natasha nathalie
nathan nathaniel neha neil nelson nicholas nicola nicolas nicole niels niklas nikola nikolai nils nina noah noelia nora norbert norma
norman nuria oksana olaf oleg olga oliver olivia olivier omar oscar oskar otto pablo paloma pamela paola paolo pascal patricia patrick
patrik paul paula paulina pauline paulo pavel pawel pedro peggy penelope peter petra phil philip philipp philippe phillip pierre piotr
priya rachel radoslaw rafael rahul rainer raj rajesh ralf ralph ramon ramona randy raphael raquel raul ravi rebecca regina reinhard
renata renate rene ricardo richard rick riccardo rita rob robert roberta roberto robin rodrigo roger rohan roland rolf roman romain
ronald rosa rosalie rosemary rosario roxana roy ruben rudiger rudolf ruth ryan sabine sabrina salma salvatore samantha samir samuel
sandra sandrine sandro sandy sanjay santiago sara sarah sascha satoshi scott sean sebastian sebastien selma serge sergei sergey sergio
shannon sharon shaun shawn sheila shirley sigrid silke silvia simon simona simone sofia sofie sonia sonja sophia sophie stacey stacy
stan stanislav stefan stefanie stefano steffen stella stephan stephane stephanie stephen steve steven stuart sue sunita suresh susan
susana susanne suzanne sven svenja svetlana sylvain sylvia sylvie takeshi tamara tanja tania tanya tara tatiana tatjana ted teresa
terry thea theo theodor theresa therese thierry thomas thorsten tiago tiffany tim timo timothy tina tobias todd tom tomas tomasz
toni tony torsten tracey tracy travis trevor troy tyler udo ulrich ulrike ursula ute uwe valentin valentina valeria valerie vanessa
vasily vera veronica veronika veronique vicente vicky victor victoria vijay viktor viktoria vincent vincenzo virginia virginie
vladimir volker waldemar walter waltraud wanda wendy werner wiebke wilhelm william willem wojciech wolfgang xavier xiao yan yannick
yasmin yolanda yuki yuri yusuf yvan yvette yvonne zbigniew zeynep zoe zofia zuzanna
`;

/** Words too: names only with a surname, or where a name is announced. */
const alsoWords = `
amber angel art autumn bill brad brook carter chase charity chip christian clay colin crystal dale dan dawn dean destiny don drew
earl eve faith felicity frances frank glen grace grant guy hazel holly hope hunter iris ivy jade jasmine jay joy kai lance lea lee lily
luke jan mark marina mason max mercedes mercy mei melody mia miles milan nick noel olive pat patience paris pearl penny peg ray reed rich river robin
rob rod roman rose ruby rusty sage sam sandy sierra sky skip sonny star sue sydney tara ute victor victoria violet virginia wade ward
wayne ow yan ida ella ewa lina 
`;

const words = setOf(alsoWords);

/** Every name of the lists. */
export const givenNames: ReadonlySet<string> = new Set([...setOf(names), ...words]);

/** Whether a name of the lists means a person even without a surname. */
export function isNoWord(name: string): boolean {
  return !words.has(name);
}

function setOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
