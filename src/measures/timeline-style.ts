/**
 * The style sheet of the timeline page. Darkness alone orders the statuses, so that they can be told apart in gray and by
 * the color-blind; each has a pattern of its own on the edge of its cell, a sign and its name besides.
 */
export const timelineStyle = `
:root{color-scheme:light;--ink:#1d1b20;--soft:#625c68;--line:#e2dde4;--paper:#fbfaf8;--accent:#7d2537}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{margin:0;overflow-wrap:anywhere;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main,footer{max-width:72rem;margin:0 auto;padding:0 1.5rem}
header{border-bottom:1px solid var(--line);background:#fff}
header div{max-width:72rem;margin:0 auto;padding:2.75rem 1.5rem 2rem}
h1,h2,h3{font-family:Charter,"Bitstream Charter","Iowan Old Style",Georgia,"DejaVu Serif",serif;line-height:1.2;font-weight:600;text-wrap:balance}
h1{font-size:clamp(1.9rem,4vw,2.9rem);margin:.2rem 0 .6rem;letter-spacing:-.01em}
h2{font-size:1.55rem;margin:3rem 0 .5rem}
h3{font-size:1.1rem;margin:1.6rem 0 .5rem}
p{max-width:44rem;margin:.4rem 0}
.kicker{font-size:.8rem;letter-spacing:.09em;text-transform:uppercase;color:var(--accent);font-weight:600;margin:0}
.lede{font-size:1.08rem;color:#3b3641}
.soft{color:var(--soft)}
a{color:#5b2a86;text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid #1a73c7;outline-offset:2px;border-radius:3px}
time{font-variant-numeric:tabular-nums;white-space:nowrap}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem;z-index:9}

.legend{list-style:none;margin:1rem 0 1.25rem;padding:0;display:flex;flex-wrap:wrap;gap:.45rem .55rem;font-size:.85rem}
.legend li{display:flex;align-items:stretch;border-radius:5px;overflow:hidden;border:1px solid var(--line)}
.legend span{padding:.2rem .6rem .2rem .5rem}

.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:10px;background:#fff}
.matrix{border-collapse:separate;border-spacing:0;table-layout:fixed;width:100%;min-width:calc(4.6rem + var(--columns)*10.8rem);font-size:.9rem}
.matrix thead th:first-child{width:4.6rem}
.matrix .what,.matrix th{overflow-wrap:normal}
.matrix th{font-weight:600;text-align:left;background:#fff}
.matrix thead th{position:sticky;top:0;z-index:2;padding:.75rem .8rem;border-bottom:2px solid var(--ink);vertical-align:bottom}
.matrix tbody th{position:sticky;left:0;z-index:1;padding:.3rem .9rem;font-variant-numeric:tabular-nums;border-right:1px solid var(--line)}
.matrix thead th:first-child{left:0;z-index:3}
.matrix td{padding:0;border-left:2px solid #fff;border-top:1px solid #fff;height:2.1rem}
.matrix details{height:100%}
.matrix summary{list-style:none;cursor:pointer;display:flex;align-items:stretch;height:100%;min-height:2.1rem}
.matrix summary::-webkit-details-marker{display:none}
.matrix .empty{display:flex;height:100%;min-height:2.1rem}
.matrix .what{flex:1;display:flex;flex-wrap:wrap;align-items:center;gap:0 .55rem;padding:.2rem .6rem}
.matrix .label{white-space:nowrap}
.matrix .again{opacity:.8}.matrix .s-none .again{opacity:1}
.matrix .when{margin-left:auto;font-size:.78rem;font-variant-numeric:tabular-nums;white-space:nowrap}
.matrix summary:hover .label,.matrix details[open] .label{text-decoration:underline;text-underline-offset:.2em}
.matrix details[open] summary{box-shadow:inset 0 0 0 3px #1a73c7}
.edge{flex:0 0 .85rem;background-color:inherit}
.sign{display:inline-block;width:1.05em;text-align:center}

.panel{position:fixed;z-index:8;color:var(--ink);top:0;right:0;bottom:0;width:min(30rem,94vw);overflow:auto;background:#fff;border-left:1px solid var(--line);box-shadow:-12px 0 40px rgba(29,27,32,.18);padding:1.5rem 1.6rem 3rem;font-size:.93rem}
.panel h3{margin:0 5.5rem .5rem 0;font-size:1.25rem}
.matrix details[open] summary::after{content:"close ✕";position:fixed;z-index:9;top:1.4rem;right:1.5rem;padding:.2rem .7rem;border:1px solid var(--line);border-radius:99px;background:#fff;color:var(--ink);font-size:.85rem}
.rows{list-style:none;margin:0;padding:0}
.rows>li{padding:.7rem 0;border-top:1px solid var(--line)}
.rows .head{display:block;font-size:.8rem;color:var(--soft)}
cite{font-style:normal;color:var(--soft);font-size:.9em}
.doubt{color:#8a3b00;font-weight:600}

.phases{display:grid;gap:1rem 1.5rem;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))}
.phases ol{list-style:none;margin:0;padding:0}
.phases li{display:flex;border-radius:6px;overflow:hidden;margin:0 0 3px}
.phases div.what{padding:.5rem .8rem;flex:1}
.phases p{margin:.1rem 0 0;font-size:.86rem}
.phases b{font-weight:600}

.story{list-style:none;margin:1rem 0;padding:0 0 0 1.4rem;border-left:3px solid var(--line)}
.story>li{position:relative;padding:0 0 1.3rem}
.story>li::before{content:"";position:absolute;left:calc(-1.4rem - 8px);top:.45rem;width:13px;height:13px;border-radius:50%;background:#fff;border:3px solid var(--soft)}
.story>li.turn::before{background:var(--accent);border-color:var(--accent)}
.story>li>time{font-weight:700;font-size:1.02rem}
.story p{margin:.15rem 0;max-width:52rem}
.story .tag{display:inline-block;min-width:2.4rem;font-weight:600}
.turning{font-weight:600}

.words{columns:2 22rem;gap:2.5rem;padding-left:0;list-style:none;font-size:.9rem}
.words li{break-inside:avoid;margin:0 0 .6rem}
.all{font-size:.9rem}
.all>li{padding:.8rem 0;border-top:1px solid var(--line);list-style:none;scroll-margin-top:1rem}
.all>li:target{background:#fff4d6;box-shadow:0 0 0 .6rem #fff4d6}
.all{padding:0}
footer{margin-top:3rem;padding-top:1.2rem;padding-bottom:3rem;border-top:1px solid var(--line);font-size:.85rem;color:var(--soft)}

.s-comprehensive-embargo{background-color:#2f1030;color:#fff}.s-near-embargo{background-color:#6d1f3c;color:#fff}.s-policy-of-denial{background-color:#9a3340;color:#fff}
.s-sectoral{background-color:#bf5134;color:#fff}.s-dual-use{background-color:#e0853f;color:#201004}.s-arms-embargo{background-color:#eea255;color:#201004}
.s-military-end-use{background-color:#f3b873;color:#201004}.s-luxury-goods{background-color:#f7cb91;color:#201004}.s-transport{background-color:#f9dab0;color:#201004}
.s-financial{background-color:#f9e5c8;color:#201004}.s-import-ban{background-color:#f8ecd9;color:#201004}.s-other{background-color:#f3efe6;color:#201004}
.s-relief{background-color:#e4f0ee;color:#10302b}.s-none{background-color:#fdfdfc;color:#6b6570}
.s-comprehensive-embargo .edge{background-image:linear-gradient(#fff,#fff);background-size:3px 100%;background-repeat:no-repeat;background-position:55% 0}
.s-near-embargo .edge{background-image:repeating-linear-gradient(45deg,#fff 0 2px,transparent 2px 6px),repeating-linear-gradient(-45deg,#fff 0 2px,transparent 2px 6px)}
.s-policy-of-denial .edge{background-image:repeating-linear-gradient(45deg,#fff 0 3px,transparent 3px 7px)}
.s-sectoral .edge{background-image:repeating-linear-gradient(0deg,#fff 0 2px,transparent 2px 6px)}
.s-dual-use .edge{background-image:repeating-linear-gradient(-45deg,#3a1c05 0 2px,transparent 2px 7px)}
.s-arms-embargo .edge{background-image:radial-gradient(circle,#3a1c05 1.8px,transparent 2.2px);background-size:7px 7px}
.s-military-end-use .edge{background-image:repeating-linear-gradient(90deg,#3a1c05 0 1px,transparent 1px 4px)}
.s-luxury-goods .edge{background-image:radial-gradient(circle,#3a1c05 1.2px,transparent 1.6px);background-size:6px 10px}
.s-transport .edge{background-image:repeating-linear-gradient(0deg,#3a1c05 0 1px,transparent 1px 8px)}
.s-financial .edge{background-image:radial-gradient(circle,transparent 2px,#3a1c05 2.4px,transparent 3.2px);background-size:9px 9px}
.s-import-ban .edge{background-image:repeating-linear-gradient(-45deg,#8b7a63 0 1px,transparent 1px 6px)}
.s-other .edge{background-image:radial-gradient(circle,#8b7a63 1.6px,transparent 2px);background-size:12px 12px}

@media (max-width:40rem){.words{columns:1}h2{margin-top:2.2rem}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media (forced-colors:active){.matrix td,.legend li,.phases li{border:1px solid CanvasText}}
@media print{
@page{margin:14mm}
body{background:#fff;font-size:10.5pt}
header div,main,footer{max-width:none;padding-left:0;padding-right:0}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.panel,.hint,.skip{display:none}
.scroll{overflow:visible;border:0}
.matrix{font-size:8.5pt}.matrix thead{display:table-header-group}.matrix thead th,.matrix tbody th{position:static}
.matrix tr,.story>li,.all>li,.phases li{break-inside:avoid}
.matrix summary,.matrix .empty{min-height:0}.matrix{min-width:0}
h2{break-after:avoid}
a{color:inherit;text-decoration:none}
}
`
