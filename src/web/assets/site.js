// Makes the applicants' pages easier where a browser runs it. Without it everything works the same.
document.getElementById('errors')?.focus()
