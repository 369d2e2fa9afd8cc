document.querySelector("#theme").addEventListener("click", () => document.documentElement.classList.toggle("dark"));
