/**
 * Everyday English for the words that records of events are written in. General language only:
 * no name, no date, nothing of a subject. Each line is a group; a word of the group also finds the
 * others, at a lower weight.
 */
const groups = `
swap exchange trade
truce ceasefire armistice
withdraw quit leave exit abandon withdrawal departure
overthrow topple oust revolution
kill killing assassinate assassination die death dead slay
die death dead casualty fatality killed
bomb bombing strike airstrike raid attack hit
attack strike assault hit fire
money cash fund funds dollars sum
freeze frozen block stuck restrict restricted hold withhold blocked
unfreeze unblock release transfer
free release freed liberate
begin start launch open onset outbreak erupt
end stop finish conclude over expire terminate termination
expire lapse terminate end
host hosted venue site held
mediate mediator broker brokered intermediary facilitate conduit channel message
talk negotiation round meeting dialogue discussion contact
meet meeting talk
deal agreement accord pact memorandum
memorandum memo mou
election vote ballot poll
vote ballot count tally abstention favour
leader chief head boss ruler
jail prison detain detention captive detainee prisoner hostage
stock stockpile inventory reserve amount quantity
oil crude petroleum energy
price cost market
danger risk threat threaten peril
fear worry concern suspicion
hardship poverty strain inflation unemployment
economy economic inflation unemployment hardship
protest demonstration unrest uprising movement
militia proxy armed group
militant armed group
answer reply respond response react reaction
demand condition require insist want request ask
request ask call
shut close closed closure
reopen reopened opening
nuclear atomic
weapon bomb warhead
missile rocket projectile
sanction penalty embargo restriction measure
relief ease easing lift lifting remove suspension
resume restart renew reopen revive
restore revive rejoin return snapback
suspend pause halt stall delay
postpone delay defer cancel
cancel cancelled scrap scrapped drop called
limit cap ceiling threshold restriction
ship tanker vessel shipping
chokepoint strait waterway passage
secret covert quiet confidential undisclosed
trust confidence
hope aim aspiration goal
oppose opposition reject resist refuse
refuse reject decline rule
support back backing aid help assist
help aid assist support benefit
enemy adversary foe rival hostile
hostility animosity mistrust distrust adversary enmity
friend ally partner
supervise monitor verify inspect inspection verification
inspector monitor watchdog inspection
breach violate exceed break non-compliance surpass
cheat breach violate
enrich enrichment enriched uranium
purity level percent grade enriched
letter message note
choose appoint elect name select pick named
appoint named chosen
succeed succession successor replace
replace succeed elected appointed acting
resign step quit
announce declare proclaim
sign signed signature
crash accident
blast explosion attack
crackdown repression
internet web online traffic blackout
blackout outage shutdown
school pupil children girl
victim killed dead wounded injured
injure injured wounded hurt
war fighting hostilities conflict combat battle
peace ceasefire settlement truce
army military troops forces soldier
troops forces soldiers military
soldier troops forces
base airbase installation
ministry minister
minister secretary
envoy representative negotiator emissary
negotiator envoy delegation
spokesman spokesperson
president leader
direct face
indirect proximity intermediary
deadline limit ultimatum
ultimatum deadline threat
blockade block siege
toll fee charge
rebuild reconstruction
ties relations relationship
reconcile rapprochement restore
rapprochement thaw reconcile detente
breakdown collapse breakup failure
collapse breakdown failure fail fell
fail failure collapse unsuccessful
stumble obstacle hurdle sticking barrier
obstacle hurdle barrier disagreement sticking divide
dispute disagreement contention conflict
cause reason due driven
reason cause driver motive
divide split division
hardliner hardline conservative
harsh tough strong strict
expect forecast predict likely foresee
expert analyst specialist observer
view regard perceive judge see
opinion view position stance
ban prohibit bar
export sale shipment
buy purchase spend
spend use purchase buy humanitarian
park deposit hold account
account accounts bank
aircraft plane jet bomber
drone uav unmanned
underground bunker buried
site facility plant
facility plant site
report assessment study
evidence proof finding
blame accuse responsible attribute
child children girl boy
woman women female
son heir child
percent percentage share proportion
figure number total
first initial opening
last latest final recent
latest recent newest last
early initial
member participant party
party participant member signatory
neighbour neighbor neighbouring regional
region regional area
worldwide global international
citizen national
american americans
step measure phase
gradual incremental phased step
hinge depend contingent
window opportunity chance
chance likelihood probability opportunity
goods food medicine humanitarian
food medicine humanitarian
stability stable calm
calm deescalate de-escalation escalation tension
tension friction escalation
escalation escalate widen spread
widen spread escalate
spread widen spill
grow rise increase
rise increase grow jump
fall drop decline plunge
drop fall decline collapse
damage destroy obliterate
destroy obliterate damage
pledge promise commitment commit
promise pledge commitment
term condition clause
clause provision article
include contain cover provide
agenda topic subject issue
topic subject issue agenda
issue matter question point
framework format mechanism structure
guarantee assurance mechanism safeguard
assurance guarantee
safeguard guarantee assurance
authority power ultimate
power authority
vice deputy
deputy vice
rebel insurgent militant
visit trip travel
delay months postpone
become elected appointed named
programme work activity
work programme activity
sink fail collapse stall
wreck derail fail collapse
unravel collapse fail end
derail collapse threaten danger
push urge advocate press
urge advocate press call
advocate urge press push
recommend suggest urge advise
scrap cancel abandon
shoot fire launch attack
fire launch shoot
launch fire attack start
role mediator host part
incident attack clash confrontation
confrontation clash incident
lose loss fall
win elected victory
victory win elected
respect comply honour
comply adhere respect
obey comply adhere
codename operation name
dislike distrust oppose suspicion
string condition depend demand
attach condition depend
hinge depend condition
depend condition hinge
politically domestic politics political
political domestic politics
sour hostility adversary rupture
west western
western west
refugee displaced
hike raise increase
curtail reduce cut
scale extent size
restart resume reopen
comeback return
ceremony signing
handshake meeting direct
negotiator envoy delegation
trust confidence mistrust
mistrust distrust suspicion
distrust mistrust suspicion
watchdog agency iaea
envoy negotiator representative
exchange swap trade
departure leave withdrawal
pullout withdrawal leave
cutoff rupture sever
sever cut rupture
severed cut rupture
rift rupture divide split
freeze frozen stuck severed
europe european
scary danger alarm concern
alarm concern fear
worried concern fear
terror terrorist
terrorism terrorist
unfrozen unblock release
enough sufficient
helicopter crash
bigger larger
explode blast
rebel houthis
captain commander
commander general
general commander
lawmaker congress parliament
parliament lawmaker
speaker parliament
judge court
heir son successor
succession successor
mourning funeral
funeral mourning
flee leave
arrest detain jail
execute execution hang
execution hang
riot protest unrest
demonstrator protester
protester demonstrator
offer propose proposal
proposal plan offer
plan proposal scheme
draft text proposal
text draft document
document text paper
handover transfer
restriction limit curb
curb limit restrict
slash cut reduce
reduce cut lower
increase raise expand
transparency cooperation access
cooperation transparency access
access inspection visit
visit access trip
warship carrier navy
carrier warship
navy warship
mine mines naval
jet aircraft
extend extension prolong
prolong extend extension
`;

/** Two or more words that mean one of the record's, as people say it. */
const phrases: Readonly<Record<string, string>> = {
  "take out": "kill attack strike",
  "took out": "kill attack strike",
  "taken out": "kill attack strike",
  "wipe out": "destroy kill",
  "walk out": "withdraw leave",
  "walk away": "withdraw leave",
  "walked out": "withdraw leave",
  "walked away": "withdraw leave",
  "walk free": "free release leave clemency",
  "pull out": "withdraw leave",
  "pulled out": "withdraw leave",
  "pulled the": "withdraw leave",
  "pull the": "withdraw leave",
  "back out": "withdraw leave",
  "come home": "free release leave clemency",
  "set free": "free release leave clemency",
  "let go": "free release",
  "make up": "restore relations rapprochement",
  "made up": "restore relations rapprochement",
  "patch up": "restore relations rapprochement",
  "patched up": "restore relations rapprochement",
  "patch things": "improve relations tension",
  "last word": "ultimate authority leader",
  "final say": "ultimate authority leader",
  "in charge": "leader authority",
  "call the shots": "leader authority",
  "calls the shots": "leader authority",
  "bad blood": "hostility adversary mistrust",
  "break out": "begin start",
  "broke out": "begin start",
  "kick off": "begin start",
  "kicked off": "begin start",
  "call off": "cancel",
  "called off": "cancel",
  "fall apart": "collapse fail",
  "fell apart": "collapse fail",
  "break down": "breakdown collapse fail",
  "broke down": "collapse fail stall",
  "fell through": "collapse fail",
  "cool off": "calm de-escalate",
  "cool down": "calm de-escalate",
  "calm down": "calm de-escalate tension",
  "calmed down": "calm de-escalate tension",
  "go south": "breakdown escalation worsen",
  "go wrong": "breakdown escalation derail",
  "blow up": "escalation attack collapse",
  "give up": "abandon concede",
  "gave up": "abandon concede",
  "hand over": "release transfer",
  "in return": "exchange relief",
  "in exchange": "exchange relief",
  "step down": "resign",
  "in force": "valid apply end terminate",
  "still stand": "valid apply end terminate",
  "go bad": "hostility adversary mistrust revolution",
  "turn sour": "hostility adversary mistrust",
  "go sour": "hostility adversary mistrust",
  "fall out": "dispute rupture hostility",
  "hold back": "constraint obstacle limit constrain",
  "stand in the way": "obstacle hurdle disagreement",
  "in the way": "obstacle hurdle disagreement",
  "how old": "age aged born",
  "do about": "respond response answer",
  "in office": "president office",
  "fall for": "believe",
  "bring back": "restore renew return",
  "brought back": "restore renew return",
  "back on track": "revive resume restore",
  "off the rails": "derail collapse",
  "on hold": "suspend pause",
  "put off": "postpone delay",
  "let out": "release free",
  "cash out": "release",
  "sign off": "approve agree",
  "work out": "succeed agree",
  "pan out": "result end",
  "turn out": "result end",
  "blow over": "end calm",
  "speed up": "accelerate",
  "step up": "increase accelerate",
  "cut back": "reduce",
  "scale back": "reduce",
  "wind down": "calm end reduce",
  "cut ties": "sever rupture relations",
  "shut down": "close closed",
  "open up": "reopen open",
  "at war": "war attack",
  "go to war": "war attack",
  "war over": "ceasefire end",
  "come back": "restore snap return apply",
  "came back": "restore snap return apply",
  "back in force": "restore snap apply",
  "back into force": "restore snap apply",
  "blown up": "attack destroy bomb",
  "blew up": "attack destroy bomb",
  "fell out": "dispute rupture",
  "running the": "leader head",
  "in power": "president leader",
  "sit down": "talks meet",
  "sat down": "talks meet",
  "sat across": "talks met",
  "turned down": "reject refuse",
  "turn down": "reject refuse",
  "ruled out": "reject refuse",
  "held up": "delay stall freeze",
  "get back": "return recover",
  "got back": "return recover",
  "locked up": "detain jail",
  "behind bars": "detain jail",
  "dragged on": "long lasted",
  "sticking points": "disagreement divide",
  "take over": "succeed named leader",
  "took over": "succeed named leader",
  "taking over": "succeed named leader",
  "take office": "inaugurated office president",
  "took office": "inaugurated office president",
  "face to face": "direct talks",
  "at the table": "talks negotiation",
  "carry messages": "mediator intermediary messages conduit",
  "go between": "mediator intermediary",
  "peel away": "influence support weaken",
  "the bomb": "nuclear weapon",
  "a bomb": "nuclear weapon",
  "setting up": "establish create framework",
  "kill the": "threat derail end",
  "way out": "settlement solution",
  "get along": "relations cooperation",
  "own words": "statement",
  "death toll": "killed deaths",
  "body count": "killed deaths",
  "state of": "situation current",
  "top diplomat": "foreign minister",
  "chief diplomat": "foreign minister",
  "head of state": "president leader",
};

/** How people type: folded token → what it stands for. */
export const shorthand: Readonly<Record<string, string>> = {
  u: "you",
  r: "are",
  ur: "your",
  y: "why",
  n: "and",
  w: "with",
  bc: "because",
  cuz: "because",
  cos: "because",
  coz: "because",
  btwn: "between",
  btw: "by the way",
  abt: "about",
  vs: "versus",
  pls: "please",
  plz: "please",
  rn: "right now",
  atm: "right now",
  asap: "soon",
  approx: "about",
  amt: "amount",
  govt: "government",
  gov: "government",
  prez: "president",
  pres: "president",
  potus: "us president",
  pm: "prime minister",
  fm: "foreign minister",
  vp: "vice president",
  gen: "general",
  nuke: "nuclear",
  nukes: "nuclear weapons",
  dough: "money",
  bucks: "money",
  prog: "programme",
  program: "programme",
  programs: "programmes",
  sanx: "sanctions",
  negs: "negotiations",
  intl: "international",
  sec: "secretary",
  yr: "year",
  yrs: "years",
  mth: "month",
  wk: "week",
  hrs: "hours",
  bn: "billion",
  bln: "billion",
  mn: "million",
  mln: "million",
  mil: "military",
  tn: "trillion",
  kilo: "kg",
  kilos: "kg",
  kilograms: "kg",
  kilogrammes: "kg",
  pct: "percent",
  eli5: "explain",
  tldr: "summary of",
  wtf: "what",
  def: "define",
  whos: "who is",
  whats: "what is",
  wheres: "where is",
  whens: "when is",
  hows: "how is",
  whys: "why is",
  wat: "what",
  wut: "what",
  wen: "when",
  dont: "do not",
  doesnt: "does not",
  didnt: "did not",
  isnt: "is not",
  arent: "are not",
  wasnt: "was not",
  werent: "were not",
  cant: "can not",
  wont: "will not",
  gonna: "going to",
  wanna: "want to",
  gimme: "give me",
  lemme: "let me",
  kinda: "kind of",
  dunno: "do not know",
  thru: "through",
  "w/o": "without",
  defense: "defence",
  favor: "favour",
  labor: "labour",
  center: "centre",
};
export const lexiconGroups: readonly (readonly string[])[] = groups
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));

export const lexiconPhrases: readonly (readonly [readonly string[], readonly string[]])[] =
  Object.entries(phrases).map(([from, to]) => [from.split(" "), to.split(" ")]);
