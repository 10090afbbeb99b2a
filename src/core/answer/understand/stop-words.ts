/**
 * Words that say how something is asked, not what about. They find nothing and are never missed.
 * Closed classes of English, and the verbs and nouns that people wrap a question in.
 */
const grammar = `
a an the this that these those it its itself he him his himself she her hers they them their theirs
we us our ours you your yours i me my mine myself one ones someone somebody anyone anybody everyone
everybody something anything everything nothing none who whom whose which what when where why how
and or but nor so yet if then than as while though although because since until unless whether
of in on at by for from to into onto with without within about over under above below between among
during through across against along around behind beside beyond despite down up off out per via
toward towards upon after before
is are was were be been being am do does did done doing have has had having will would shall should
can could may might must ought
not no nope yes yeah yep ok okay well oh hmm hm um just only also too very really quite rather even
still already ever never always often sometimes again once now today currently presently here there
all any some each every both either neither many much more most less least few several lot lots bit
other others another else etc till til anti non pre post pro ex lol haha lmao omg bruh eg ie mr mrs ms bs wow ugh same such own back away anywhere somewhere nowhere anyhow anyway somehow whatever
isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt wont wouldnt shouldnt cant couldnt im
ive id youre youve theyre theyve hes shes weve thats theres heres lets whos whats wheres whens
whys hows s t re ve ll d m
`;
const wrapping = `
please pls plz thanks thank thx hey hi hello tell give show explain describe summarise summarize list
name names mention mentioned mentions know known knows think thinks thought say says said saying
mean means meant want wanted wants ask asked asking question answer wonder wondering hear heard
like kind sort type thing things stuff anyone happen happened happens happening occur occurred go
goes going gone get gets getting got gotten make makes made making take takes took taken taking come
comes came coming put puts look looks looking see seen sees find found let lets call called calls
actually basically exactly briefly quick quickly simply honestly guys folks bro man dude sir
true false correct right wrong fact claim claims check verify accurate story
timeline timelines chronology sequence overview summary rundown recap latest newest update updates
later earlier year years
side sides
long last lasts lasted lasting
bullet bullets pointers
likely unlikely probably maybe perhaps possible possibly hopefully
detail details info information word words bunch way ways case point points part
main biggest principal primary
supposedly apparently allegedly according acc regarding concerning re
`;

function listed(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** Everything that is passed over when a record is searched. */
export const stopWords: ReadonlySet<string> = new Set([...listed(grammar), ...listed(wrapping)]);
