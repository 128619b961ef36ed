from copydesk.names.page import *
from copydesk.names.cyrillic import from_model
from copydesk.model import Mention
def mentions(dispatch, gazetteer):
    page=page_of(dispatch)
    known=[Name(m.span,m.mention_kind,"gazetteer",m.actor,m.lemma) for m in gazetteer.find(page.text,page.lang,page.within)]
    names=known[:]
    taken=[k.span for k in known]
    out=[]
    model=from_model(page)
    big=[m for m in model if any(k.span in m.span and k.span!=m.span for k in known)]
    keep=[k for k in known if not any(k.span.overlaps(m.span) for m in big)]
    out=keep+[m for m in model if not any(m.span.overlaps(k.span) for k in keep)]
    return tuple(Mention(n.span,n.kind,n.span.of(page.text),n.span.of(page.text)) for n in sorted(out,key=lambda n:n.span))
