/**
 * Everyday words of English that carry little about a subject. When no claim has one of them it is
 * passed over; any other word that the record lacks is missed, by name. Nouns for things that a
 * question may be about (food, sports, places, trades) are left out on purpose.
 */
import { stem } from "./words.ts";

const words = `
able absolute accept account achieve act action active actual add address adequate admit adult advance
advantage affect afford afraid age agree ahead aim alive allow alone alright alternative amaze amount
analysis anger angry announce annoy anyway apart appeal appear apply approach appropriate approve argue
argument arise arrange arrive aside aspect assume attach attempt attend attention attitude attract
audience available average avoid aware awful awkward background bad badly balance bare base basic basis
beat beautiful become beg behave belief believe belong benefit big bind bite bitter
blind bold boost bore bother bottom bound brave break brief briefly bright bring broad broken
build burden business busy calculate care careful carry cast catch category cause caution cease central
centre certain chain challenge change chapter character charge chase cheap check choice choose circle
circumstance claim clarify clash class clean clear clearly clever climate climb close code codename
cold collect colour combine comfortable comment commit common communicate compare compete complain
complete complex complicate component concept concern conclude concrete condition conduct confident
confirm confuse connect consequence consider consist constant contact contain content context continue
contrast contribute control convenient convince cool cope core corner correct count couple courage
course cover crack crazy create credible critical cross crucial cruel curious current cut cycle
daily dare dark data date dear debate decade decent decide decision declare decrease
deep define definite degree delay deliver deny depend describe deserve design desire despite
detail determine develop difference difficult dig dirty disappear disappoint discover discuss display
distance distinct disturb divide doubt dramatic draw dream drift drive drop due dull duty eager early
earn ease easy effect effective effort elaborate element eliminate embarrass emerge emotion emphasis
enable encounter encourage endure enforce engage enjoy enormous ensure enter entire environment equal
era error essential establish estimate event eventual evident exact examine example excellent
except excite excuse exist expand expensive experience explain explicit explore expose express extend
extent extra extraordinary extreme face factor fair fairly faith fake fall familiar famous fan
fancy fascinate fashion fast fate fault favourite feature feel figure fill final finally fine
firm fit fix flat flexible float flow focus fold follow fool forget form formal former fortune forward
found fragile frank frequent fresh front frustrate fulfil full fun function fundamental funny further
fuss future gain gap general generate genuine giant gift give glad goal good gradual grand grant grasp
great grim ground group grow growth guess guide guilt habit half hand handle happy hard hardly
hate head headline healthy heart heavy height help hero hide high highlight hint hit hold honest hope
horrible hot huge human hurry hurt idea ideal identify ignore illustrate imagine immediate impact imply
importance important impose impossible impress improve incident include increase incredible indeed
indicate individual inevitable influence inform initial inner innocent inside insist inspire instance
instant instead intend intense interest internal interpret introduce involve issue item job join joke
judge jump keen keep key kick kid kill kind lack large largely late later laugh lay lead leak lean learn
leave left legit legitimate lesson level lie life lift light likewise line list listen little
live load local lock logic long loud love low luck mad main mainly maintain major majority
manage manner mark massive master match material matter maximum maybe mechanism medium mental
mention mere mess method middle mild mind minimum minor miss mistake mix model modern moment mood moral
moreover motion move multiple mutual mysterious narrow nasty nature near nearly neat necessary need
negative nervous neutral nice night noise normal note notice notion obey object objective observe
obtain obvious odd offend offer okay old open operate opinion opportunity opposite option
order ordinary organise origin original outcome outlet outright outside overall overcome owe own pace
pack pain painful panic parallel pardon partial particular pass past patient pattern pause pay peak
peel peculiar people perceive perfect perform perhaps period permanent permit persist person personal
perspective persuade phase phrase physical pick picture piece pile place plain plan play pleasant please
pleasure plenty plus polite popular portion pose position positive possess possible post potential
pour practical practice praise precise predict prefer prepare presence present preserve press
pretty prevent previous primary principle prior prize probable problem procedure proceed process produce
profile profit profound progress project promote prompt proof proper proportion prospect
proud prove provide provoke public pull purpose pursue push puzzle quality quarter quiet quote
race raise random range rank rapid rare rate reach read ready real realise realistic
reality reason recall receive recognise recommend record recover reduce refer reflect regard regular
related relation relative relevant reliable relieve rely remain remark remarkable remember remind remote
remove repeat replace report represent require resemble reserve resolve respect
rest result reveal reverse review reward rich rid ride ridiculous rise risk role roll rough round routine
rumour run rush sad safe sake same satisfy save scale scare scary scene schedule scope score scratch
scream search section secure seek seem select senior sense sensible sensitive separate
sequence series serious severe shake shame shape share sharp shift shock short shot
shout shut shy side sight sign signal significant silence silent silly similar simple single situation
size skill slight slow small smart smooth social soft solid solution solve somehow somewhat sorry sort
sound space spare speak special specific speculate speed spirit split spoil spot stable stage
stake stand standard star stare start state stay steady steal steep stick sticky stiff stop
story straight strain strange strategy strength stress stretch string strong structure struggle
stuck study stuff stupid style subject substance success sudden suffer sufficient suggest
suit sum summary suppose sure surface surprise surround swallow sweep switch
symbol sympathy system tackle target taste tell temporary tempt tend tense term terrible test
theme theory thin think thrill throw tie tight time tiny title together tone tool top
topic total touch tough trace track tragic trail transform translate trap treat tremendous trend trick
trigger trip trouble true trust truth try turn twist typical ugly ultimate uncertain understand
undo unfair unfold unfortunate uniform unique unit unite unknown unlike unusual upcoming update upset
urge urgent use useful usual vague vain valid valuable value vanish various vary vast version very
via victory view virtual visible vision vital voice vulnerable wait wake walk warn waste watch
wave weak weaken wear weigh weight weird whole wide wild willing wise wish wonder wonderful worry
worse worst worth worthwhile wrap write wrong yield
fourteen fifteen twenty hundred
book books board fuss buddy mention dough gig deets scoop gist trader investor analyst journalist reporter student economist historian reader voter
addition airtime annual anymore anyways anything approximate arent asap aftermath alongside amid apparently
backdrop backlash bargain betray bigger biggest bluff blunder brink bumpy calm candid chaos cheat clout
clue comeback compromise consensus convincing counterpart credit culprit damn deadlock debacle
decisive deliberate desperate detente dire discreet distract dodge downside downturn drama drawback drum
dumb earliest editorial eh endgame era essentially everyday exaggerate excerpt exclusive fallout fella
feasible fiasco firmly flashback flop foe foresee fuel gamble gist glance glimpse grab guts
haggle halfway handful happy hassle headache headway heat hell helpful hint hurdle hype implication
incentive insider intention ironic jeopardy justify keen kinda knock lasting legacy legit leverage
loose loophole loser maker meantime meanwhile mere milestone misread mistaken momentum motive murky
newcomer nuance nuts ongoing onwards oops optimism optimistic outlook overview paradox patience payoff
pessimistic pitfall pivot plausible plot plunge pop precedent precondition pretext preview proceed
professional pros purely pushback rationale rattle realise reckon recap red-line redline redlines rift
ripple roadmap rocky role rumor rundown sceptical scenario setback shaky showdown sincere skeptical slam
sneak snag spare spark spin spiral stance stand-off standoff starter stumble sudden suddenly sum-up
summary surge surprisingly takeaway talking tangible tease tldr toughest trigger turmoil
turnaround turning twice ultimately unclear underway underestimate undermine unlikely unravel unstick upside
upshot usual usually vibe viable walkthrough warning watershed whatever whatsoever wiggle winner worthless
yesterday zone quickly ago arrive ask basic blow bunch call chance chat clearly close easily
exactly far fully game getting happen hear hell hurt icy idea information interested involve
kindly lately latest linked looming maker makes mine moved name need new next nowadays number ones
only outcome plain plainly play point possibly purpose question quick real regards related
rough seriously shape short simply somewhere soon stands story think thought toward
tricky trying ultimate underlying understanding usually versus view wait want way week word work world
`;

/** Stems, so that every form of a word is ordinary. */
export const ordinaryStems: ReadonlySet<string> = new Set(words.trim().split(/\s+/).map(stem));
