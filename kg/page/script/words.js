// The words of the interface, in two languages. `say` gives one; `spoken` fills in all that the template marks.
const WORDS = {
  id: {
    search: "Cari orang, lembaga, acara … ( / )", whole: "← Seluruh jejaring", near: "Tetangga", nearer: "Dua langkah",
    list: "Daftar", language: "Bahasa", filters: "Saringan", classes: "Jenis", relations: "Hubungan", period: "Masa berita",
    from: "Dari tanggal", until: "Sampai tanggal", article: "Artikel", all: "Semua artikel", support: "Dukungan minimal",
    sources: "artikel", confidence: "Keyakinan minimal", physics: "Simpul bergerak", keys: "Pintasan papan tik", map: "Jejaring",
    help: "Klik: fakta dan kalimatnya. Klik ganda: tetangga. Di peta: panah ke tetangga, F fokus, 0 seluruhnya, Esc batal.",
    hint: "Pilih simpul atau garis untuk melihat fakta dan kalimat sumbernya.", also: "Juga", none: "Disebut dalam artikel, tanpa fakta.",
    nodes: "simpul", facts: "fakta", articles: "artikel", left: "tidak digambar; cari, saring, atau fokus untuk melihatnya",
    posts: "Riwayat jabatan", holders: "Pemegang jabatan", acting: "pelaksana tugas", former: "mantan", reported: "diberitakan",
    Planned: "direncanakan", Negated: "disangkal", Alleged: "diduga", Asserted: "dinyatakan", community: "kelompok",
    empty: "Tidak ada yang cocok.",
  },
  en: {
    search: "Search people, institutions, events … ( / )", whole: "← Whole network", near: "Neighbours", nearer: "Two steps",
    list: "List", language: "Language", filters: "Filters", classes: "Classes", relations: "Relations", period: "Time of the news",
    from: "From", until: "Until", article: "Article", all: "All articles", support: "Least support", sources: "articles",
    confidence: "Least confidence", physics: "Nodes move", keys: "Keyboard shortcuts", map: "Network",
    help: "Click: facts and their sentences. Double click: neighbours. On the map: arrows to neighbours, F focus, 0 everything, Esc clears.",
    hint: "Choose a node or a line to see its facts and the sentences that state them.", also: "Also", none: "Mentioned, without facts.",
    nodes: "nodes", facts: "facts", articles: "articles", left: "not drawn; search, filter or focus to see them",
    posts: "Posts", holders: "Holders", acting: "acting", former: "former", reported: "reported",
    Planned: "planned", Negated: "negated", Alleged: "alleged", Asserted: "asserted", community: "community",
    empty: "Nothing fits.",
  },
};
let language = (navigator.language || "id").toLowerCase().startsWith("id") ? "id" : "en";
const say = (name) => WORDS[language][name] || name;
const spoken = () => {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = say(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
  document.getElementById("search").placeholder = say("search");
};
