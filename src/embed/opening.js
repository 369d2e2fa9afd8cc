// The embed comes drawn with the default scenario. A link holds another one: its reader must not see the default's figures flash by.
if (location.hash.length > 1) document.documentElement.dataset.opening = "";
