/**
 * More everyday words: verbs, adjectives, adverbs and nouns of no subject, chosen by hand from the most
 * frequent words of film dialogue (SUBTLEX-US). Where a claim has one it counts as any other word; where
 * none has, nobody is told that it is "not on record", and no other word is guessed in its place.
 */
import { stem } from "./words.ts";

const words = `
abandoned abide ability abnormal aboard abroad absence absent abstract absurd access accident accidentally
accommodate accompany accomplice accomplished accord accused accustomed ache acknowledge acquaintance acquired
acute adapt added adjourned adjust admire admission adopted adorable adventure advice advise advocate affair
affectionate afternoon afterwards agenda aggressive agitated agony agreement airborne alarm alert alike
alleged allegiance allies alter altogether amateur ambition ambitious ambush amongst amusing analyze ancient
angle anguish anonymous answers anticipated anxiety anxious anyplace apiece apologise apologize appetite
applaud applause appreciate area aroused arrogant ashamed ashore asleep ass assessment associate assumption
assure attack authentic authority automatic auxiliary avenge awaits awake awaken awe awesome awhile babbling
babe backs backstage backwards bail bait bald ban bang barefoot bargain barking barrier bash bastard batch
battle beginning behalf behaviour beings beloved bend beneath bet betcha bicker bid bitch bits bizarre black
blame blank blast blend bless blink bliss block bloody blue blueprints bluffing blunt blur blush bogus boil
bolt boom boredom boring borrow boss bounce boundaries bounds bout bow boy brag brat bravery breach breakdown
breakthrough breathe bred breed bribe brighter brightest brilliant brush brutal brute buckle buddy bugger
bullet bully bum bummer bump bundle buried burn burst bust buy buzzing bygones bypass calm cancel cannot
capable capacity captive captured career careless carved cases casual catastrophe catchy cautious celebrate
center century certainty certified champ champion chanting chap charming chatter cheaper cheer cherish chew
chic childhood childish chill chilly choke chop chronic chuckles chum chunk cinch civic civil clap classic
classified classmate classmates classy clearance clearer click cling closer closest closure clumsy clutch
cocky coincidence colder collapsed colleague collision command commence companion comparison compassion
compatible compelled compensate competition competitors complaint compliment comply composition comrades con
conceal conceived concentrate conclusion condemned condolences confession confidential confined conflict
confront congratulate conquer conscience consent consideration consolation consult consumed contagious
contaminated contempt contest contrary controversial conversation convey convicted coolest cooperate copy
corny correspondence corrupt cosmic cost cosy counsel countdown counter countless country courtesy covert
coward coworker cozy cranky crap crash craving crawl crazier craziest creaking creation creative creep creepy
crew crippled crisis crisp crispy crooked crossroads crowd crucify crude cruelty crummy crunch crush cry
cuddle cue cunning curb cure curiosity curl curse customary cute cutest cynical damage dame damp dandy
dangerous darker darkest darling darn dash day dead deadline deadly deal dearest debut deceased deceive
decency deception decline decorated decoy dedicated deed deeper deepest deeply defeat defect defend defy
delicate delicious delighted delirious delusion demand denial dent departure depressed depth deranged descent
description despair despise destination destiny destroy destruction detained devastated devoted dialogue dicey
difficulty digest dignified dignity dilemma dim dimension dip diplomatic direction disagree disarm discharge
discipline disconnected discovery discretion disgrace disguise disgusting dishonest dislike dismissed dispatch
disposal disposition dispute disregard disrespect distant distinguished distress ditch dive diversion divine
division dizzy document dodgy domestic don donate doomed double downhill downright downstairs draft drag drain
drastic dreadful dreamer drooling drown drunken dry dudes duel dumbest dummy dump dunno duplicate dwell easier
easiest eat eccentric echoing edge edgy efficient ego elderly elegant elementary eligible elite elsewhere
embrace empty enchanted encore end endangered endless enemy enhance enlisted enough enthusiasm enthusiastic
entitled entry envy epic episode equivalent erase errand escape especially essence eternal evacuate evaluation
evening everlasting everywhere evil evolved excess exchange exhausted exhibit exit exotic expect expelled
experienced experimental expert expertise expired explanation explode exploit exposure exquisite extension
exterior external extinct extract eyeball eyewitness fabulous facts fade failed failure faint fame fantastic
farewell farther fasten faster fastest fatal favor favorite favour fear fearless feedback fellow female
feminine fetch feud fewer fiend fierce fight filthy finer finest finish first fishy fixer fizzle flair flap
flare flash flashpoint flattered flaw flee flick fling flip flirting fluid flush fly folk folks fond foolish
footsteps forbid force fore foreign forever forfeit forgave forged forgive forgiven formation forth foul
founded fragments frame frantic freak free freed freely frequency freshen friend friendship fright frightened
frozen fugitive funnier funniest furious furry fury fuss fuzzy gag gal gallant gang gasps gather gauge gaze
generosity generous genius gentle gentleman gentlemen gents gesture gigantic giggling girl gist glamorous
glamour glide global gloomy glorious glory glow glued gobble golden gonna goodwill goody goof goofy goons
gorgeous gosh gossip graceful gracious graphic grateful gratitude grave gray greasy greater greatest greed
greedy green greet grief grieving grin grind grip groans groovy gross growling grudge grumpy grunts guarantee
guard guest guidance guilty guy hairy handicap handshake handsome handy hang happier happiest happily hardest
harm harmless harness harsh hasty hatch hatred haul haunted haven hazard heal heap heartbreak heartless
heavier heavily helpless hereby heroic herself hesitate hideous higher highest hilarious hint hired historical
hitch hiya hoax hobby holler home homemade homesick homey honesty honking honor hook hoot hop hopeless horizon
horrid horror host hostile hotter hottest hours howling huddle hug huh humble humiliated humility humming
humor hunch hungry hunt hustle hustler hype hypocrite hypothetical hysteria hysterical idiot idle iffy ill
illegal illusion image imaginary imbecile imitation immature imminent immoral immortal immune impatient
imperative improvise impulse inappropriate incapable inclined incompetent incomplete inconvenience incorrect
indefinitely independent indoors indulge infamous inferior infinite inhale inherited injustice input inquiry
insane insecure insensitive insert insight insignificant installed instincts instructions insult intact
integrity intellect intellectual intercept interfere interfering interior interrogation interrupt intervention
interview intimacy intimate intimidated intriguing introduction intruder intrusion intuition invade invented
investigation invincible invisible invited irony irrational irregular irrelevant irresistible irresponsible
irritating isolated itch itchy jab jackass jealous jealousy jerk jerky jinx joint jolly journey joy judgement
judgment juicy jumpy juvenile keeper kinky kiss knack kneel knew knowledge label lad lady lame larger largest
lass laughter launch layer lazy leader leadership leap learnt lecture legend legendary legit leisure lend
length lesser lethal letting liability liable liaison liar lick lifestyle lifetime lighten lighter liked
likewise limbo limit limp lining lit literally location lodge loneliness lonely lonesome longer longest looked
lookout loony loop loosen loot loss lost louder lousy lower lowest loyal loyalty luckiest lucky lump lunatic
lure lurking lust macho madam madman magnificent male malfunction mandatory manhood maniac manifest manipulate
mankind marvelous masculine mate mature mayhem meaning meaningful meaningless measure medieval meet melancholy
mellow melt meltdown member membership memorable memory men menace mend mentor mercy merit merrily mess
message messenger messy metaphor midnight midst mighty mingle miniature minimal minus minute miracle miserable
misery misfortune misplaced mission misunderstanding misunderstood mixture moaning mob mock mode modest
monstrous months mood moody morbid morning moron mortal mostly motto mounted mourning movement muddy muffled
mumbling murky mute mystical myth nagging nah naive naked national native naughty nauseous nearby nearer
nearest necessarily necessity needy neglected negotiate neighbors neighbour nerve neurotic newly news nicer
nicest nickname nightfall nightmare nip noble nobody nod noisy non nonetheless nonsense noon noone nosy notch
notify notorious nuisance numb numerous nutty oath obligation obnoxious obscene obscure obsessed obstacle
obstruction occasionally occupied occurs offense official ok older oldest oneself opponent opposed ordeal
organization others ourselves outer outrageous outstanding overboard overdue overhead overheard overlook
overly overnight overrated overreacting override overseas overwhelming owner ownership pair pal pale panicked
paranoia paranoid participate partner partnership parts passage passion passive patch path pathetic peek peep
pegged pending penetrate peoples pep perception perish perk perks permission persuasive pervert pest petty
phenomenal phenomenon picky pierced pinch pink pitch pity player plea plead pledge pluck poetic pointless poke
policy pompous poor portable postpone power powerless practise prank preach precaution precious prejudice
preliminary premature premonition preposterous prescribed pressure presume pretend prettier prettiest prey
price priceless pricey pride prime primitive priority private privilege pro probe prominent promise pronounce
prop propose proposition protect protector protest proven pry psych psychological published puff punch
punishment punk purchase purity purple pursuit pushy putting quaint qualifications qualified quarrel quest
quicker quit radiant radical rage rally rascal rate rated rational raving raw react reaction realize reap rear
rebel reborn rebound rebuild recap recently reception recess recite reckless reckon recognition recognize
reconsider recruit red redemption reform refreshing refuse regain regardless register regret reign rejected
relationship relax relay release relief reluctant remedy remorse rendered rendezvous renew repair repay repent
reply representation reputation request reschedule rescue resent reset resign resist resolution respond
responsible restless restore restraining restraint restricted resume retain retired retreat retrieve return
reunion revelation revenge rewrite richer richest riddle righteous rip ripe risky rival roam roar rogue
romantic rookie roommate root rot rotten route row rub rubbish rude ruin rules rumble runaway ruthless
sabotage sacrifice sacrificed safer safest salty salute salvage sane sanity sarcasm sarcastic satisfaction
satisfactory savage saw scandal scattered scheme scoot scoundrel scram scrambled scrap scrape screeching scrub
scum secondary secrecy secret seduce seize seldom self selfish sell send sensation senseless sentimental
serial serve session set settle sexy shade shadow shady shallow shattered shed sheer shield shiny shorter
shots shove showed shred shrink shuffle sick sideways silver simpler simultaneously sinister sink sip sire
sirs sit skid skinny skip slap slash slay sleazy sleep sleepy slick slide slightest slimy slip slippery
slob slogan sloppy slot slower slowly slumber sly smack smaller smallest smarter smartest smash smear smelly
smile smug snap snappy snatch sneaky sniff sniffing snitch snob snooping snoring soak sobbing sober sole
solemn solid solitary solo someday sometime sooner soothing sophisticated sordid sore sorrow sorta sour source
spat specialty spectacle spectacular spectrum speech spell spend sphere spicy spill spit spite splash splendid
sponsor spontaneous spook spooky spotlight spread spree squabble squat squeak squeal squeeze squirt stabbed
stack stale stall standby startled statement static status stealth steer stem stench sterile stimulating sting
stink stir stomp stoop straighten stranded stranger strangest strategic stray streak strictly strike strip
stroll stronger strongest strung stubborn stuffed stuffy stunning stunt stupidest stylish submit substantial
substitute subtle succeed suck sucker suing suitable summon super superb superficial superior superstitious
supervision supply support surrender survive survivors suspect suspended suspicion suspicious sustain swap
sway swear sweaty sweet sweetest sweetheart swell swift swing swollen sympathetic synthetic tacky tactical
takeoff tale talent tall taller tame tangled tap task tasty teach teacher team tear technically technique teen
teenager temper temporarily temptation tendency tender tension terrific terrified testify thankful theatrical
thee themselves therefore thick thinner thirsty thoroughly thou thoughts thread threat threatened threshold
throttle throughout thrust thug thus thy tick tickle tidy tiff tighten tighter till tilt tip tired tolerate
toll tomorrow tonight tons torment toss touchy tougher tow toxic tradition tragedy traitor transfer transmit
traumatic treacherous tread trembling trespassing tribute trim triple triumph troublemaker truly tuck tug
twitch types unable unacceptable unarmed unauthorized unaware unbearable unbelievable unborn uncomfortable
uncommon unconscious uncovered underneath undone undoubtedly undress unexpected unfaithful unfinished
ungrateful unhappy unidentified unimportant unity unlimited unload unlock unlucky unnatural unnecessary unpack
unpleasant unpredictable unreal unreasonable unseen unstable untie unto upfront upgrade uphold upper upright
ups upstairs uptight useless utmost utter vacant vague vanity vanquish variety vengeance vent venture verbal
verdict verge vertical veteran vibe vice vicinity vicious victim vie viewers vile villain vintage violation
violent virtue visit visitors visual vocal void volunteer vouch vows vulgar wager wailing wandering wanna warm
warmer warmth warp wash weaker wealthy weary wedge wee weekend weep weirdest weirdo welcome went wet whack
whatnot whenever whereabouts wherever whichever whim whimpering whining whirring whispering white whoever
wicked wider wildest wink wipe wisdom wiser withdraw witness witty woe woman wooden worldwide worry worthy
wrath wreck wretched yelling yellow yonder young younger youngest yourself yourselves yup zip
`;

export const passingStems: ReadonlySet<string> = new Set(words.trim().split(/\s+/).map(stem));
