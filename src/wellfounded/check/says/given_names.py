"""Given names common in the United States, by the sex they are mostly given to; facts, written by us."""

_FEMALE = """
abigail adriana aisha alejandra alexandra alexis alice alicia alison allison alma alyssa amanda amber amelia amy ana
andrea angela anita ann anna anne annette annie april ariana ashley audrey barbara beatrice becky bella bernice beth
bethany betty beverly bonnie brandy brenda bridget brianna brittany brooke camila candace carla carmen carol carolina
caroline carolyn carrie catherine cathy cecilia celeste charlotte chelsea cheryl chloe christina christine cindy
claire clara clarissa claudia colleen connie consuelo courtney crystal cynthia daisy dana danielle daphne dawn deborah
debra deepa delia denise diana diane dolores donna dora doreen doris dorothy edith eileen elaine eleanor elena elisa
elizabeth ella ellen eloise elsa emily emma erica erin esmeralda estelle esther ethel eva evelyn faith fatima felicia
fiona florence frances gabriela gabrielle gail gemma genevieve georgia geraldine gertrude gina gladys glenda gloria
grace greta guadalupe gwen gwendolyn hannah harriet hazel heather heidi helen helena hilda holly ida imani imelda ines
ingrid irene iris irma isabel isabella ivy jackie jacqueline jane janelle janet janice jasmine jean jeanette jeanne
jenna jennifer jenny jessica jill joan joann joanna joanne jocelyn josephine joy joyce juanita judith judy julia
juliana julie june kaitlyn karen karina karla kate katherine kathleen kathryn kathy katie katrina kayla kelly kendra
kimberly kristen kristin kristina krystal latoya laura lauren leah lena leona leslie leticia lila lillian lily linda
lindsay lindsey lisa lois loretta lori lorraine louise lucia lucille lucy luisa luz lydia lynn mabel mackenzie
madeline madison maggie maria mariah mariam marian marianne marie marilyn marina marisol marjorie marlene marsha
martha mary maryam maureen maxine maya megan melanie melinda melissa melody mercedes meredith mia michele michelle
mildred mindy miranda miriam misty molly monica monique muriel myra myrtle nadia nadine nancy naomi natalia natalie
natasha nicole nina noelle nora norma olga olivia paige pamela patrice patricia patsy paula pauline pearl peggy
penelope penny petra phyllis pilar priscilla priya rachel ramona rebecca regina renee rhonda rita roberta rosa rosalie
rosario rose rosemary roxanne ruby ruth sabrina sadie sally samantha sandra sara sarah savannah selena serena shannon
sharon sheila shelly sherri sherry shirley silvia simone sofia sonia sonya sophia sophie stacey stacy stella stephanie
sue susan suzanne sybil sylvia tabitha tamara tammy tanya tara tatiana teresa terri tessa thelma theresa tiffany tina
tracy trudy uma ursula valentina valerie vanessa vera veronica vicki victoria viola violet virginia vivian wanda wendy
whitney wilma winifred xiomara yasmin yesenia yolanda yvette yvonne zoe
"""
FEMALE = frozenset(_FEMALE.split())
_MALE = """
aaron abdul abraham adam adrian ahmed alan albert alberto alejandro alex alexander alfred alfredo allen alvin amir
andre andres andrew andy angelo anthony antonio armando arnold arthur arturo barry benjamin bernard bill billy bradley
brandon brendan brent brett brian bruce bruno bryan byron caleb calvin carl carlos cedric cesar chad charles chester
chris christian christopher clarence clark claude clayton clifford clinton cody colin conrad corey craig curtis dale
damian dan daniel danny darius darnell darrell darren darryl dave david dean dennis derek derrick desmond devin diego
dmitri dominic don donald douglas duane dustin dwayne dwight dylan earl eddie edgar eduardo edward edwin eli elias
elijah elliot elmer emanuel emilio enrique eric ernest ernesto esteban ethan eugene evan everett felipe felix fernando
floyd francis francisco frank franklin fred frederick gabriel garrett gary gavin gene george gerald gerard gilbert
giovanni glen glenn gordon graham grant greg gregory guillermo gus gustavo guy hakeem harold harry harvey hassan
hector henry herbert herman homer horace howard hugh hugo ian ibrahim ignacio isaac isaiah ismael ivan jack jacob
jaime jake jamal james jared jason javier jay jeff jeffrey jeremiah jeremy jermaine jerome jerry jesse jesus jim jimmy
joaquin joe joel john johnny jon jonah jonathan jorge jose joseph joshua juan julian julio justin kareem karl keith
ken kenneth kenny kevin khalid kirk kurt kyle lance larry lawrence lee leo leon leonard leroy lester lewis liam lloyd
logan louis lucas luis luke lyle malcolm malik manuel marc marcel marco marcos marcus mario mark marshall martin
marvin mateo matthew maurice max maxwell melvin micah michael miguel mike milton mitchell mohamed mohammed moses
muhammad nathan nathaniel neil nelson nicholas nick noah noel norman oliver omar orlando oscar otis otto owen pablo
patrick paul pedro perry pete peter philip phillip preston rafael ralph ramon randall randy raul ray raymond reginald
ricardo richard rick ricky rob robert roberto rodney rodrigo roger roland ron ronald ross roy ruben rudy russell ryan
salvador sam samuel santiago saul scott sean sebastian sergio seth shane shawn sheldon sidney simon spencer stanley
stefan stephen steve steven stuart tariq ted terrance terrence theodore thomas tim timothy todd tom tommy tony travis
trevor troy tyler tyrone vernon victor vincent virgil vladimir wade wallace walter warren wayne wendell wesley wilbur
wilfred willard william willie winston xavier yusuf zachary
"""
MALE = frozenset(_MALE.split())
_EITHER = """
avery blake cameron carmen casey dana dakota devon drew emerson finley hayden jamie jessie jordan kelly kim kerry
leslie logan lynn marion morgan parker pat peyton quinn reese riley robin rowan sage sandy shannon sidney skyler stacy
taylor terry tracy lee jean jackie noel dale
"""
EITHER = frozenset(_EITHER.split())
ALL = FEMALE | MALE | EITHER
