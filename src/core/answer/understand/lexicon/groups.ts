/**
 * Everyday English for the words that records of events are written in. General language only:
 * no name, no date, nothing of a subject. Groups are divided by semicolons and lines; a word of the group also finds the
 * others, at a lower weight.
 */
const groups = `
swap exchange trade; truce ceasefire armistice
withdraw quit leave exit abandon withdrawal departure; overthrow topple oust revolution
kill killing assassinate assassination die death dead slay
die death dead casualty fatality killed; bomb bombing strike airstrike raid attack hit
attack strike assault hit fire; money cash fund funds dollars sum
freeze frozen block stuck restrict restricted hold withhold blocked
unfreeze unblock release transfer; free release freed liberate
begin start launch open onset outbreak erupt
end stop finish conclude over expire terminate termination; expire lapse terminate end
host hosted venue site held
mediate mediator broker brokered intermediary facilitate conduit channel message
talk negotiation round meeting dialogue discussion contact; meet meeting talk
deal agreement accord pact memorandum; memorandum memo mou; election vote ballot poll
vote ballot count tally abstention favour; leader chief head boss ruler
jail prison detain detention captive detainee prisoner hostage
stock stockpile inventory reserve amount quantity; oil crude petroleum energy; price cost market
danger risk threat threaten peril; fear worry concern suspicion
hardship poverty strain inflation unemployment; economy economic inflation unemployment hardship
protest demonstration unrest uprising movement; militia proxy armed group; militant armed group
answer reply respond response react reaction; demand condition require insist want request ask
request ask call; shut close closed closure; reopen reopened opening; nuclear atomic
weapon bomb warhead; missile rocket projectile; sanction penalty embargo restriction measure
relief ease easing lift lifting remove suspension; resume restart renew reopen revive
restore revive rejoin return snapback; suspend pause halt stall delay
postpone delay defer cancel; cancel cancelled scrap scrapped drop called
limit cap ceiling threshold restriction; ship tanker vessel shipping
chokepoint strait waterway passage; secret covert quiet confidential undisclosed
trust confidence; hope aim aspiration goal; oppose opposition reject resist refuse
refuse reject decline rule; support back backing aid help assist
help aid assist support benefit; enemy adversary foe rival hostile
hostility animosity mistrust distrust adversary enmity; friend ally partner
supervise monitor verify inspect inspection verification; inspector monitor watchdog inspection
breach violate exceed break non-compliance surpass; cheat breach violate
enrich enrichment enriched uranium; purity level percent grade enriched; letter message note
choose appoint elect name select pick named; appoint named chosen
succeed succession successor replace; replace succeed elected appointed acting; resign step quit
announce declare proclaim; sign signed signature; crash accident; blast explosion attack
crackdown repression; internet web online traffic blackout; blackout outage shutdown
school pupil children girl; victim killed dead wounded injured; injure injured wounded hurt
war fighting hostilities conflict combat battle; peace ceasefire settlement truce
army military troops forces soldier; troops forces soldiers military; soldier troops forces
base airbase installation; ministry minister; minister secretary
envoy representative negotiator emissary; negotiator envoy delegation; spokesman spokesperson
president leader; direct face; indirect proximity intermediary; deadline limit ultimatum
ultimatum deadline threat; blockade block siege; toll fee charge; rebuild reconstruction
ties relations relationship; reconcile rapprochement restore
rapprochement thaw reconcile detente; breakdown collapse breakup failure
collapse breakdown failure fail fell; fail failure collapse unsuccessful
stumble obstacle hurdle sticking barrier; obstacle hurdle barrier disagreement sticking divide
dispute disagreement contention conflict; cause reason due driven; reason cause driver motive
divide split division; hardliner hardline conservative; harsh tough strong strict
expect forecast predict likely foresee; expert analyst specialist observer
view regard perceive judge see; opinion view position stance; ban prohibit bar
export sale shipment; buy purchase spend; spend use purchase buy humanitarian
park deposit hold account; account accounts bank; aircraft plane jet bomber; drone uav unmanned
underground bunker buried; site facility plant; facility plant site; report assessment study
evidence proof finding; blame accuse responsible attribute; child children girl boy
woman women female; son heir child; percent percentage share proportion; figure number total
first initial opening; last latest final recent; latest recent newest last; early initial
member participant party; party participant member signatory
neighbour neighbor neighbouring regional; region regional area; worldwide global international
citizen national; american americans; step measure phase; gradual incremental phased step
hinge depend contingent; window opportunity chance; chance likelihood probability opportunity
goods food medicine humanitarian; food medicine humanitarian; stability stable calm
calm deescalate de-escalation escalation tension; tension friction escalation
escalation escalate widen spread; widen spread escalate; spread widen spill; grow rise increase
rise increase grow jump; fall drop decline plunge; drop fall decline collapse
damage destroy obliterate; destroy obliterate damage; pledge promise commitment commit
promise pledge commitment; term condition clause; clause provision article
include contain cover provide; agenda topic subject issue; topic subject issue agenda
issue matter question point; framework format mechanism structure
guarantee assurance mechanism safeguard; assurance guarantee; safeguard guarantee assurance
authority power ultimate; power authority; vice deputy; deputy vice; rebel insurgent militant
visit trip travel; delay months postpone; become elected appointed named
programme work activity; work programme activity; sink fail collapse stall
wreck derail fail collapse; unravel collapse fail end; derail collapse threaten danger
push urge advocate press; urge advocate press call; advocate urge press push
recommend suggest urge advise; scrap cancel abandon; shoot fire launch attack; fire launch shoot
launch fire attack start; role mediator host part; incident attack clash confrontation
confrontation clash incident; lose loss fall; win elected victory; victory win elected
respect comply honour; comply adhere respect; obey comply adhere; codename operation name
dislike distrust oppose suspicion; string condition depend demand; attach condition depend
hinge depend condition; depend condition hinge; politically domestic politics political
political domestic politics; sour hostility adversary rupture; west western; western west
refugee displaced; hike raise increase; curtail reduce cut; scale extent size
restart resume reopen; comeback return; ceremony signing; handshake meeting direct
negotiator envoy delegation; trust confidence mistrust; mistrust distrust suspicion
distrust mistrust suspicion; watchdog agency iaea; envoy negotiator representative
exchange swap trade; departure leave withdrawal; pullout withdrawal leave; cutoff rupture sever
sever cut rupture; severed cut rupture; rift rupture divide split; freeze frozen stuck severed
europe european; scary danger alarm concern; alarm concern fear; worried concern fear
terror terrorist; terrorism terrorist; unfrozen unblock release; enough sufficient
helicopter crash; bigger larger; explode blast; rebel houthis; captain commander
commander general; general commander; lawmaker congress parliament; parliament lawmaker
speaker parliament; judge court; heir son successor; succession successor; mourning funeral
funeral mourning; flee leave; arrest detain jail; execute execution hang; execution hang
riot protest unrest; demonstrator protester; protester demonstrator; offer propose proposal
proposal plan offer; plan proposal scheme; draft text proposal; text draft document
document text paper; handover transfer; restriction limit curb; curb limit restrict
slash cut reduce; reduce cut lower; increase raise expand; transparency cooperation access
cooperation transparency access; access inspection visit; visit access trip
warship carrier navy; carrier warship; navy warship; mine mines naval; jet aircraft
extend extension prolong; prolong extend extension
`;

export const lexiconGroups: readonly (readonly string[])[] = groups
  .trim()
  .split(/[;\n]/)
  .map((group) => group.trim().split(/\s+/));
