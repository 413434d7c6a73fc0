import "../elements/app";
