"""Given names common in the United States, by the sex they are mostly given to; facts, written by us."""

_FEMALE = """
abigail adelaide adele adriana adrienne agatha agnes aisha alana alba alejandra alessandra alexandra alexis alice
alicia alina alisha alison allegra allison alma althea alyson alyssa amanda amara amaya amber amelia amina amy ana
anastasia andrea angela angelica angelina anika anisha anita ann anna annabel anne annette annie antonia april ariana
arlene ashley astrid aubrey audrey aurora ava ayesha bailey barbara beatrice becky belinda bella benita bernadette
bernice bertha beth bethan bethany betty beverly bianca billie blanca bonnie brandy brenda briana brianna bridget
britney brittany bronwyn brooke callie camila camilla candace candice carina carla carlotta carly carmen carol
carolina caroline carolyn carrie caterina catherine cathleen cathy cecilia celeste celia chandra chantal charity
charlene charlotte chelsea cheryl chiara chloe christa christina christine cindy claire clara clarissa claudia
clementine cleo colleen concepcion connie constance consuelo cora cordelia corinne courtney crystal cynthia daisy
dalia dana danica daniela danielle daphne darcy darla dawn deanna deborah debra deepa deidre delia delilah della
denise denisha desiree devi diana diane dina dolly dolores dominique donna dora doreen doris dorothea dorothy edith
edna effie eileen ekaterina elaine eleanor elena elisa elisabeth elise eliza elizabeth ella ellen ellie eloise elsa
elvira emilia emily emma erica erin esme esmeralda estela estelle esther ethel eugenia eunice eva evangeline evelyn
evie faith farah fatima fatou felicia fern fiona flor flora florence frances francesca frieda gabriela gabriella
gabrielle gail gemma genesis genevieve georgia georgina geraldine gertrude gia gina gisela giselle gladys glenda
gloria grace greta gretchen guadalupe gwen gwendolyn gwyneth hailey haley hana hannah harper harriet hattie hazel
heather heidi helen helena henrietta hilary hilda hillary holly hope hortense ida iliana ilse imani imelda imogen
indira ines inez ingrid irene iris irma isabel isabella isadora isobel ivana ivonne ivy jacinta jackie jaclyn
jacqueline jada jana jane janelle janet janice janine jasmine jaya jayne jean jeanette jeanne jeannette jemima jenifer
jenna jennifer jenny jessica jill jillian joan joann joanna joanne jocelyn jolene josefina josephine josie joy joyce
juanita judith judy julia juliana julie juliette june kaia kaitlyn kalyani kamala karen karin karina karissa karla
katarina kate katelyn katharine katherine kathleen kathrin kathryn kathy katie katrina kavita kaye kayla keisha kelly
kelsey kendall kendra keziah kiara kim kimberly kira kirsten kirstin kitty klara krista kristen kristin kristina
krystal kylie laila lakshmi lana lara larissa latasha latisha latoya laura lauren laverne layla leah leanne leila lena
lenora leona leonora leslie leticia letitia liana libby lila liliana lillian lily lina linda lindsay lindsey linh lisa
liza lizbeth lois lola lorena loretta lori lorna lorraine lottie lou louisa louise lucia luciana lucille lucinda lucy
luisa lupe luz lydia lynn mabel mackenzie madeline madison mae magdalena maggie mai maisie malia manuela mara marcela
marcella marcia margarita margot marguerite maria mariah mariam marian mariana marianne maribel maricela marie
marietta marilyn marina marisol marjorie marlene marsha marta martha mary maryam matilda maude maureen mavis maxine
may maya megan mei melanie melina melinda melissa melody mercedes mercy meredith merle mia michele michelle milagros
mildred millie mina mindy mira miranda mireille miriam misty moira molly mona monica monique muriel myra myrtle nadia
nadine nancy nanette naomi natalia natalie natasha neha nell nellie neve nia nicole nikita nikki nina nita noelle nora
noreen norma nur octavia odalys odette olena olga olivia olympia ophelia ottilie paige paloma pamela pansy paola
parvati patrice patricia patsy patty paula paulina pauline pearl peggy penelope penny perla petra petronella philippa
phoebe phyllis pia pilar pooja portia priscilla priya prudence quiana rachel ramona rania raquel reba rebecca reena
regina rena renee rhea rhoda rhonda ricarda rita roberta rochelle romina rosa rosalba rosalie rosalind rosalyn
rosamund rosanna rosario rose rosemary roxana roxanne ruby rukhsana ruth sabrina sadie safiya sally salma samantha
samira sana sandra saoirse sara sarah saskia savannah scarlett selena selma serena shana shanice shannon shari
sharlene sharon shawna sheila shelly sherri sherry shirley shreya sigrid silvana silvia simone siobhan sofia solange
soledad sondra sonia sonya sophia sophie soraya stacey stacie stacy stella stephanie sue sunita susan susana suzan
suzanne svetlana sybil sylvia sylvie tabatha tabitha tamara tammy tamsin tania tanya tara tasha tatiana tatyana teresa
teri terri tessa thea thelma theodora theresa tia tiffany tilda tina toni tori tracy tricia trina trisha trudy twila
ulrike ulyana uma ursula valentina valeria valerie vanessa velma vera verna veronica vicki vicky victoria viktoria
vilma viola violet virginia vivian vivienne wanda wendy whitney wilhelmina willa willow wilma winifred winnie winona
xiomara yara yasmin yasmine yesenia yolanda yuki yuliana yvette yvonne zainab zara zelda zoe zora
"""
FEMALE = frozenset(_FEMALE.split())
_MALE = """
aaron abdul abel abraham adam adan adolfo adrian agustin ahmad ahmed aidan akash alan alastair albert alberto albin
aldo aldous alec alejandro alex alexander alexei alfonso alfred alfredo ali allen alonso alton alvaro alvin amir amit
amos anders andre andrei andres andrew andy angelo angus ansel anthony anton antonio apollo archibald archie ari
armand armando armen arnav arnie arnold art arthur arturo arun asher ashok atticus august augustus austin axel barry
bart bartholomew basil beau ben benedict benito benjamin bernard bernardo bertrand bilal bill billy bjorn bob bobby
boris boyd brad bradley brady bram brandon brendan brendon brent brett brian brice brock bronson bruce bruno bryan
bryant bryce buddy burt byron cade cal caleb calvin camden carl carlos cary casper cecil cedric cesar chad chaim
chance chandler charles chester chet chris christian christopher chuck clarence clark claude clayton cliff clifford
clint clinton clive clyde cody colby cole colin connor conor conrad cooper corey cormac cornelius cory craig cruz
curtis cyril cyrus dale dallas dalton damian damien damon dan dane daniel danny dante dario darius darnell darrell
darren darryl dave david davis dawson dean deandre declan demetrius dennis denny denzel deon derek derrick deshawn
desmond devin devon dewayne dexter diego dimitri dion dirk dmitri dominic dominick don donald donnell donnie donovan
doug douglas drake duane duncan dustin dwayne dwight dylan earl easton ebenezer eddie edgar edmund eduardo edward
edwardo edwin efrain eldon eli elias elijah elliot elmer elton elvis emanuel emery emil emilio emmanuel emmett enrique
enzo eric erik ernest ernesto ernie ervin esteban ethan eugene evan everett ezekiel ezra fabian farid federico felipe
felix felton ferdinand fernando fidel finn fletcher floyd forrest francis francisco francois frank franklin fraser
fred freddie freddy frederick fredrick fritz gabriel garrett garth gary gaston gavin gene geoffrey george gerald
gerard gerardo gideon gil gilbert giorgio giovanni giuseppe glen glenn gordon grady graeme graham grant greg gregor
gregory griffin guido guillermo gunnar gunther gus gustavo guy hakeem hal hamza hank hans harlan harold harris
harrison harry harvey hassan heath hector heinrich henry herbert herman hiram hiroshi homer horace howard hubert hugh
hugo humberto hunter ian ibrahim ignacio ike ilya imran ira irvin irving irwin isaac isaiah isaias isidro ismael
ismail ivan jabari jace jack jackson jacob jacques jaden jaime jake jakub jalen jamal james jan janusz jared jarrod
jarvis jason javier javon jay jayden jed jeff jefferson jeffrey jens jeremiah jeremy jermaine jerome jerrod jerry
jesse jesus jett jim jimmy joachim joaquin joe joel joey johan johann john johnny jon jonah jonas jonathan jordi jorge
jose josef joseph joshua josiah josue jovan juan judd jude julian julio julius junior jurgen justin kai kamal kane
kareem karim karl keith kelvin ken kendrick kenji kenneth kenny kent kenton kermit kevin khalid kieran kip kiran kirk
klaus kofi konrad kristoffer kurt kwame kyle lamar lance larry lars laszlo laurence lavar lawrence lazaro lee leif
leland lemuel lenny leo leon leonard leopold leroy lester levi lewis liam lincoln lino linus lionel lloyd logan
lorenzo lothar lou louis luca lucas lucian lucius ludwig luis luke luther lyle lynwood mack madison magnus maksim
malachi malcolm malik manuel marc marcel marcellus marcelo marco marcos marcus mariano mario mark marlon marshall
martin marty marvin mason mateo mathew mathias matias matteo matthew maurice mauricio max maximilian maxwell mehmet
melvin merrill mervin micah michael mickey miguel mike miles milo milton mitch mitchell mohamed mohammed monroe monte
monty morgan morris moses muhammad mustafa myles nasir nate nathan nathaniel navid neal ned neil nelson nestor newton
nicholas nick nicolas nigel nikhil niko nikolai noah noe noel nolan norbert norman olaf oleg olin oliver ollie omar
omari oren orion orlando orrin orville osama oscar osman osvaldo otis ottavio ottis otto owen pablo palmer pascal
patricio patrick paul pavel paxton pedro percy perry pete peter philip phillip pierce pierre porter prakash pranav
preston prince quentin quincy quinton rafael raheem raj rajesh rajiv ralph ramon randall randy raphael rashad raul ray
raymond raymundo reggie reginald reid reinaldo remy rene reuben rex rhett rhys ricardo richard rick ricky rigoberto
rob robert roberto rocco rocky roderick rodney rodolfo rodrigo rogelio roger rohan roland rolando rolf roman romeo ron
ronald rory rosario roscoe ross rowan roy royce ruben rudolf rudolph rudy rufus rupert russell rusty ryan said salim
salvador sam samir sammy sampson samuel sandeep sanjay santiago santos saul sawyer scott sean sebastian sergio seth
shane shawn sheldon sherman sherwood sidney silas silvio simon sol solomon soren spencer stan stanley stefan stefano
stephen stephon sterling steve steven stewart stuart sullivan sven sylvester tad tanner tariq tate ted terence
terrance terrell terrence thad thaddeus theo theodore thomas tim timothy tobias tobin toby todd tom tomas tommy tony
travis trent trenton trevor trey tristan troy tucker ty tyler tyrone tyson ulises ulysses uriah uriel vance vaughn
vern vernon victor vijay vikram viktor vince vincent virgil vito vladimir wade waldo walker wallace walter walton
warner warren wayne wendell wesley weston wilbert wilbur wilfred willard william willie wilson winfred winston
wolfgang wyatt xavier yahya yosef yousef yusuf zach zachariah zachary zane zeke zion
"""
MALE = frozenset(_MALE.split())
_EITHER = """
avery blake cameron carmen casey dana dakota devon drew emerson finley hayden jamie jessie jordan kelly kim kerry
leslie logan lynn marion morgan parker pat peyton quinn reese riley robin rowan sage sandy shannon sidney skyler stacy
taylor terry tracy lee jean jackie noel dale
"""
EITHER = frozenset(_EITHER.split())
ALL = FEMALE | MALE | EITHER
